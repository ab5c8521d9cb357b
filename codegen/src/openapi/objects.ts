/**
 * Objects of OpenAPI 3.0, 3.1 and 3.2 that this generator reads, one table each, with the standard's names. Types,
 * validation, document traversal and messages are all derived from these tables.
 *
 * A field holds any `value`, a value type from `value-types.ts`, a nested object from `nested-objects.ts` or another object. It may also hold a `list
 * of` these, a `map of` these with keys of the author's choice, or an `extensible map of` these, in which keys that
 * start with `x-` are extensions. A trailing `?` marks an optional field. Unlisted fields are allowed and ignored.
 */
export const objects = {
  document: {
    name: "the document",
    fields: {
      openapi: "text",
      info: "info",
      servers: "list of server?",
      tags: "list of tag?",
      paths: "extensible map of pathItem?",
      /** Since OpenAPI 3.1: requests that the platform sends on its own, by name. */
      webhooks: "map of pathItem?",
      components: "components?",
      security: "list of map of list of scope?",
      /** Name of the client's class: `Aps` for `ApsApi`. */
      "x-client-name": "client name?",
      /** Safety of operations without `x-safety`. */
      "x-safety-default": "safety?",
    },
  },
  info: {
    name: "an info object",
    fields: {
      title: "text",
      /** May be a number, if YAML parsed it as one. */
      version: "version",
      summary: "text?",
      description: "text?",
    },
  },
  server: {
    name: "a server",
    fields: { url: "text", description: "text?", variables: "map of serverVariable?" },
  },
  tag: {
    name: "a tag",
    fields: { name: "text", summary: "text?", description: "text?" },
  },
  pathItem: {
    name: "a path item",
    mayBeReference: true,
    fields: {
      $ref: "text?",
      summary: "text?",
      description: "text?",
      servers: "list of server?",
      parameters: "list of parameter?",
      get: "operation?",
      put: "operation?",
      post: "operation?",
      delete: "operation?",
      options: "operation?",
      head: "operation?",
      patch: "operation?",
      trace: "operation?",
      query: "operation?",
      /** OpenAPI 3.2: operations of other methods, by their names on the wire. */
      additionalOperations: "map of operation?",
    },
  },
  operation: {
    name: "an operation",
    fields: {
      operationId: "text?",
      tags: "list of text?",
      summary: "text?",
      description: "text?",
      servers: "list of server?",
      parameters: "list of parameter?",
      requestBody: "requestBody?",
      responses: "extensible map of response?",
      deprecated: "flag?",
      security: "list of map of list of scope?",
      /** Public name of the method: `orders.create`. */
      "x-sdk-name": "sdk name?",
      /** Effect of repeating the operation. Unmarked operations are unsafe. */
      "x-safety": "safety?",
      /** Resource that the collection's RQL filters. */
      "x-rql": "rql?",
      /** Paging of the collection. */
      "x-pagination": "pagination?",
      /** Name of the method's body argument. */
      "x-body-name": "argument name?",
      /** Permissions that a caller needs, in the platform's terms. */
      "x-permissions": "list of right?",
      /** Property of the result that identifies the created resource. `false` if the operation creates nothing. */
      "x-identity": "identity?",
      /** Property of the request body that carries the reference of the call. */
      "x-reference": "body property?",
      /** The same call under other names, each with its own types. */
      "x-views": "list of view?",
    },
  },
  parameter: {
    name: "a parameter",
    mayBeReference: true,
    fields: {
      name: "text",
      /** OpenAPI 3.2 adds `querystring`: the whole query, described as one value. */
      in: "parameter location",
      description: "text?",
      required: "flag?",
      deprecated: "flag?",
      style: "text?",
      explode: "flag?",
      allowReserved: "flag?",
      schema: "schema?",
      content: "map of mediaType?",
      example: "value?",
    },
  },
  requestBody: {
    name: "a request body",
    mayBeReference: true,
    fields: { description: "text?", content: "map of mediaType", required: "flag?" },
  },
  response: {
    name: "a response",
    mayBeReference: true,
    fields: { description: "text?", headers: "map of header?", content: "map of mediaType?" },
  },
  mediaType: {
    name: "a media type",
    mayBeReference: true,
    fields: {
      schema: "schema?",
      /** OpenAPI 3.2: schema of each item of a streamed body. */
      itemSchema: "schema?",
      example: "value?",
      examples: "value?",
      encoding: "map of value?",
    },
  },
  header: {
    name: "a header",
    mayBeReference: true,
    fields: {
      description: "text?",
      required: "flag?",
      deprecated: "flag?",
      schema: "schema?",
      content: "map of mediaType?",
    },
  },
  components: {
    name: "a components object",
    fields: {
      schemas: "map of schema?",
      responses: "map of response?",
      parameters: "map of parameter?",
      requestBodies: "map of requestBody?",
      headers: "map of header?",
      securitySchemes: "map of securityScheme?",
      pathItems: "map of pathItem?",
      mediaTypes: "map of mediaType?",
    },
  },
  securityScheme: {
    name: "a security scheme",
    mayBeReference: true,
    fields: {
      type: "security scheme type",
      description: "text?",
      name: "text?",
      in: "key location?",
      scheme: "text?",
      bearerFormat: "text?",
      /** With `type: http` and `scheme: OAuth`: signing options for OAuth 1.0a. */
      "x-oauth1": "oauth1?",
    },
  },
  schema: {
    name: "a schema",
    mayBeReference: true,
    /** JSON Schema allows `true` (anything) and `false` (nothing) instead of a schema. */
    mayBeBoolean: true,
    fields: {
      /** Since OpenAPI 3.1, other keywords next to it apply; 3.0 ignores them. */
      $ref: "text?",
      title: "text?",
      description: "text?",
      deprecated: "flag?",
      readOnly: "flag?",
      writeOnly: "flag?",
      type: "schema type?",
      /** OpenAPI 3.0. Since 3.1, documents write `type: [..., "null"]`. */
      nullable: "flag?",
      format: "text?",
      /** OpenAPI 3.1: media type of bytes or, with an encoding, of text. */
      contentMediaType: "text?",
      contentEncoding: "text?",
      enum: "list of value?",
      const: "value?",
      default: "value?",
      example: "value?",
      /** A list in JSON Schema. Many documents write a map, as in a media type. */
      examples: "value?",
      minimum: "number?",
      maximum: "number?",
      /** A boolean in OpenAPI 3.0, the bound itself in 3.1. */
      exclusiveMinimum: "exclusive bound?",
      exclusiveMaximum: "exclusive bound?",
      multipleOf: "number?",
      minLength: "count?",
      maxLength: "count?",
      pattern: "text?",
      items: "schema?",
      prefixItems: "list of schema?",
      minItems: "count?",
      maxItems: "count?",
      uniqueItems: "flag?",
      properties: "map of schema?",
      additionalProperties: "schema?",
      /** Schemas by regular expressions that property names match. */
      patternProperties: "map of schema?",
      required: "list of property name?",
      minProperties: "count?",
      maxProperties: "count?",
      allOf: "list of schema?",
      anyOf: "list of schema?",
      oneOf: "list of schema?",
      not: "schema?",
      discriminator: "discriminator?",
      xml: "xml?",
      /** For components: ids that RQL uses for the type. */
      "x-rql-type": "value?",
      /** For components: also generate the shape of the values, for a program that reads XML. */
      "x-sdk-shape": "flag?",
    },
  },
} as const;

/** Kind of an OpenAPI object. */
export type Kind = keyof typeof objects;

/** All kinds of OpenAPI objects. */
export const kinds = Object.keys(objects) as readonly Kind[];

/** HTTP methods that have a field in a path item, in the order of the standard. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;
