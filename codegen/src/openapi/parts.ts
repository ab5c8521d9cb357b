/**
 * Objects that are a part of one field: they are checked together with the object around them, and no reference leads
 * to them. Their fields are written like those of `objects.ts`.
 */
export const parts = {
  /** Values are text, or text that YAML took for something else: `default: 8443`. */
  serverVariable: { default: "plain value?", enum: "list of plain value?", description: "text?" },
  discriminator: {
    propertyName: "text",
    /** By value of the property: a pointer, or the name of a component schema. */
    mapping: "map of text?",
  },
  oauth1: { signatureMethod: "signature method" },
  rql: {
    /** Pointer to the component schema whose properties a query may name. */
    resource: "pointer",
    /** Operator that says of which type the items are, if the list holds resources of all types. */
    typedBy: "typing operator?",
  },
  /** An operation once more, for one kind of resource: `accounts.get` is `resources.get` for accounts. */
  view: {
    operationId: "operation id",
    "x-sdk-name": "sdk name",
    tag: "tag name",
    summary: "text?",
    description: "text?",
    deprecated: "flag?",
    /** Rights that a caller of the view needs. */
    "x-permissions": "list of right?",
    /** Property of the result that identifies what was placed or created; `false` if nothing is. */
    "x-identity": "identity?",
    /** Names of path parameters in the method, by their names in the path. */
    parameters: "map of argument name?",
    /** Request body, if it is narrower than the operation's. */
    body: "viewBody?",
    /** Result, if it is narrower than the operation's. */
    response: "viewResult?",
  },
  viewBody: {
    /** Pointer to a component schema. */
    schema: "pointer",
    /** Pointer to an example of it. */
    example: "pointer?",
    /** Name of the body among the arguments, if not the operation's. */
    name: "argument name?",
  },
  viewResult: { schema: "pointer", example: "pointer?" },
} as const;

/** Properties of a result, each a path of names with dots between them. */
const resultProperties = {
  /** The list, unless the result itself is the list. */
  items: "list property?",
  /** Number of items on all pages; `content-range` for the header of that name. */
  total: "total property?",
} as const;

/** Ways to ask for the next page of a result, by the `style` that names each. */
export const pageStyles = {
  offset: {
    /** Query parameter: number of the first item, from 0. */
    offset: "query parameter",
    limit: "query parameter",
    ...resultProperties,
  },
  page: {
    /** Query parameter: number of the page. */
    page: "query parameter",
    limit: "query parameter?",
    firstPage: "first page?",
    ...resultProperties,
  },
  cursor: {
    /** Query parameter: the cursor that the page before named. */
    cursor: "query parameter",
    /** Property of the result that holds the next cursor. */
    next: "result property",
    ...resultProperties,
  },
  link: resultProperties,
} as const;

/** Pages that are asked for by a `limit` in RQL: `x-pagination` without a style. */
export const rqlPages = { limit: "rql limit", total: "content range", pageSize: "page size" } as const;
