/**
 * Objects that are part of a single field. They are validated together with the enclosing object and cannot be
 * referenced. Their fields use the notation of `objects.ts`.
 */
export const nestedObjects = {
  /** Values are text, or text that YAML parsed as another type: `default: 8443`. */
  serverVariable: { default: "plain value?", enum: "list of plain value?", description: "text?" },
  discriminator: {
    propertyName: "text",
    /** Maps values of the property to pointers or names of component schemas. */
    mapping: "map of text?",
  },
  xml: {
    /** Name of the element or attribute, if it is not the name of the property. */
    name: "text?",
    /** True if XML writes the property as an attribute. */
    attribute: "flag?",
  },
  oauth1: { signatureMethod: "signature method" },
  rql: {
    /** Pointer to the component schema whose properties a query may use. */
    resource: "pointer",
    /** Operator that determines the type of the items, if the list holds resources of all types. */
    typedBy: "typing operator?",
  },
  /** View of an operation for one kind of resource: `accounts.get` is `resources.get` for accounts. */
  view: {
    operationId: "operation id",
    "x-sdk-name": "sdk name",
    tag: "tag name",
    summary: "text?",
    description: "text?",
    deprecated: "flag?",
    /** Permissions that a caller of the view needs. */
    "x-permissions": "list of right?",
    /** Property of the result that identifies the created resource. `false` if the view creates nothing. */
    "x-identity": "identity?",
    /** Argument names of path parameters, by their names in the path. */
    parameters: "map of argument name?",
    /** Request body, if narrower than the operation's. */
    body: "viewBody?",
    /** Result, if narrower than the operation's. */
    response: "viewResult?",
  },
  viewBody: {
    /** Pointer to a component schema. */
    schema: "pointer",
    /** Pointer to an example of the schema. */
    example: "pointer?",
    /** Argument name of the body, if different from the operation's. */
    name: "argument name?",
  },
  viewResult: { schema: "pointer", example: "pointer?" },
} as const;

/** Properties of a result, as paths separated by dots. */
const resultProperties = {
  /** Path of the list. Absent if the result itself is the list. */
  items: "list property?",
  /** Path of the total number of items, or `content-range` for the header of that name. */
  total: "total property?",
} as const;

/** Ways to request the next page, by `style`. */
export const pageStyles = {
  offset: {
    /** Query parameter for the index of the first item, starting at 0. */
    offset: "query parameter",
    limit: "query parameter",
    ...resultProperties,
  },
  page: {
    /** Query parameter for the page number. */
    page: "query parameter",
    limit: "query parameter?",
    firstPage: "first page?",
    ...resultProperties,
  },
  cursor: {
    /** Query parameter for the cursor from the previous page. */
    cursor: "query parameter",
    /** Property of the result that contains the next cursor. */
    next: "result property",
    ...resultProperties,
  },
  link: resultProperties,
} as const;

/** Paging by `limit` in RQL: `x-pagination` without a style. */
export const rqlPages = { limit: "rql limit", total: "content range", pageSize: "page size" } as const;
