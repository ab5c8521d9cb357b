import { type JsonObject, pointerPath, pointerTo, present } from "../json/index.js";
import { nameSchemas, type SchemaNames } from "../model/index.js";
import {
  type AcceptedDocument,
  type Fields,
  type Header,
  type MediaType,
  type MediaTypes,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  readsSiblings,
  type SchemaOrBoolean,
} from "../openapi/index.js";
import { pathItems, webhookItems } from "./path-items.js";
import { breakRecursion } from "./recursion.js";
import { isReference, resolve } from "./resolve.js";
import { asText, mapFields, writeSchema } from "./schemas.js";

/** Methods that openapi-typescript supports. */
export const typedMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** Returns the id of the operation with a method and path. */
export type OperationIds = (method: string, path: string) => string | undefined;

export interface SingleDocument {
  readonly root: JsonObject;
  /** Names of component schemas whose recursion TypeScript rejects. */
  readonly opened: readonly string[];
}

/**
 * Builds a document for openapi-typescript: a single OpenAPI 3.1 object with only the fields that it reads. All
 * references lead to components. Schemas from other files and locations become components; other objects are written
 * inline.
 */
export function singleDocument(document: AcceptedDocument, operationIds: OperationIds): SingleDocument {
  return new DocumentWriter(document, operationIds).write();
}

/** Sections of `components` that references may point to. */
type Section = "responses" | "parameters" | "requestBodies";

class DocumentWriter {
  readonly #document: OpenApiDocument;
  readonly #operationIds: OperationIds;
  readonly #names: SchemaNames;
  readonly #componentOf: (reference: string) => string;

  constructor({ root, schemaReferences }: AcceptedDocument, operationIds: OperationIds) {
    this.#document = root;
    this.#operationIds = operationIds;
    this.#names = nameSchemas(root, schemaReferences);
    this.#componentOf = componentPointers(root, this.#names);
  }

  write(): SingleDocument {
    const { title } = this.#document.info;
    const paths = pathItems(this.#document).map(([path, item]) => [path, this.#pathItem(item, path)]);
    const webhooks = mapFields(webhookItems(this.#document), (item) => this.#pathItem(item));
    const components = this.#components();
    const { schemas, opened } = breakRecursion(this.#schemas()); // last, because the other objects add schemas
    const root = {
      openapi: "3.1.0",
      info: { title, version: "" },
      paths: Object.fromEntries(paths),
      webhooks,
      components: { ...components, schemas },
    };
    return { root, opened };
  }

  #components(): JsonObject {
    const { components = {} } = this.#document;
    return {
      responses: this.#all(components.responses, (response) => this.#response(response)),
      parameters: this.#all(components.parameters, (parameter) => this.#parameter(parameter), isTyped),
      requestBodies: this.#all(components.requestBodies, (body) => this.#requestBody(body)),
      headers: this.#all(components.headers, (header) => this.#header(header)),
    };
  }

  #schemas(): Fields<JsonObject> {
    const components = Object.entries(this.#document.components?.schemas ?? {}).map(([key, source]) => {
      return [key, this.#schema(this.#names.sourceOf(key, source))] as const;
    });
    const lifted = Array.from(this.#names.lifted(), ([name, source]) => [name, this.#schema(source)] as const);
    return Object.fromEntries([...components, ...lifted]);
  }

  #all<Value extends object>(
    fields: Fields<Value | Reference> = {},
    write: (value: Value) => JsonObject,
    isKept: (value: Value) => boolean = () => true,
  ): JsonObject {
    const entries = Object.entries(fields).map(([key, value]) => [key, this.#resolve(value)] as const);
    return Object.fromEntries(entries.filter(([, value]) => isKept(value)).map(([key, value]) => [key, write(value)]));
  }

  /** Writes a path item. Webhooks have no path, because their operations need no ids. */
  #pathItem(item: PathItem, path?: string): JsonObject {
    const operations = typedMethods.map((method) => {
      const operation = item[method];
      const operationId = path === undefined ? undefined : this.#operationIds(method.toUpperCase(), path);
      return [method, operation && this.#operation(operation, operationId)];
    });
    return present({ parameters: this.#parameters(item.parameters), ...Object.fromEntries(operations) }) as JsonObject;
  }

  #operation({ summary, description, deprecated, ...operation }: Operation, operationId?: string): JsonObject {
    const { requestBody, responses = {} } = operation;
    return present({
      operationId,
      summary,
      description,
      deprecated,
      parameters: this.#parameters(operation.parameters),
      requestBody: requestBody && this.#referable("requestBodies", requestBody, (body) => this.#requestBody(body)),
      responses: Object.fromEntries(
        Object.entries(responses)
          .filter(([status]) => !status.startsWith("x-"))
          .map(([status, response]) => [
            status,
            this.#referable("responses", response, (written) => this.#response(written)),
          ]),
      ),
    }) as JsonObject;
  }

  #parameters(parameters: readonly (Parameter | Reference)[] = []): readonly JsonObject[] {
    return parameters
      .filter((parameter) => isTyped(this.#resolve(parameter)))
      .map((parameter) => this.#referable("parameters", parameter, (written) => this.#parameter(written)));
  }

  #parameter({ name, in: location, description, deprecated, required, schema, example }: Parameter): JsonObject {
    return present({
      name,
      in: location,
      description,
      deprecated,
      required: location === "path" ? true : required,
      example: asText(example),
      ...(schema === undefined ? { content: {} } : { schema: this.#schema(schema) }),
    }) as JsonObject;
  }

  #requestBody({ description, required, content }: RequestBody): JsonObject {
    return present({ description, required, content: this.#content(content) }) as JsonObject;
  }

  #response({ description = "", headers = {}, content }: Response): JsonObject {
    return present({
      description,
      headers: mapFields(headers, (header) => this.#header(this.#resolve(header))),
      content: content && this.#content(content),
    }) as JsonObject;
  }

  #header({ description, deprecated, required, schema = true, content }: Header): JsonObject {
    const value = content === undefined ? { schema: this.#schema(schema) } : { content: this.#content(content) };
    return present({ description, deprecated, required, ...value }) as JsonObject;
  }

  #content(content: MediaTypes): JsonObject {
    return mapFields(content, (source) => {
      const { schema, example } = this.#resolve<MediaType>(source);
      return present({ schema: schema && this.#schema(schema), example: asText(example) }) as JsonObject;
    });
  }

  #schema(source: SchemaOrBoolean): JsonObject {
    return writeSchema(source, { readsSiblings: readsSiblings(this.#document), componentOf: this.#componentOf });
  }

  /** Reference to a component, or else the object itself. */
  #referable<Value extends object>(
    section: Section,
    source: Value | Reference,
    write: (value: Value) => JsonObject,
  ): JsonObject {
    if (!isReference(source)) return write(source);
    const [first, second, key, ...rest] = pointerPath(source.$ref) ?? [];
    const isComponent = first === "components" && second === section && key !== undefined && rest.length === 0;
    return isComponent ? { $ref: pointerTo([first, second, key]) } : write(this.#resolve<Value>(source));
  }

  #resolve<Value extends object>(source: Value | Reference): Value {
    return resolve(this.#document, source);
  }
}

/**
 * Returns false for parameters that openapi-typescript does not support: in OpenAPI 3.2, one may describe the whole
 * query.
 */
export function isTyped(parameter: Parameter): boolean {
  return parameter.in !== "querystring";
}

/** Maps references to pointers of components: components by key, other schemas by type name. */
function componentPointers(document: OpenApiDocument, { nameOf }: SchemaNames): (reference: string) => string {
  const pointerOf = (key: string) => pointerTo(["components", "schemas", key]);
  const keys = new Map(Object.keys(document.components?.schemas ?? {}).map((key) => [nameOf(pointerOf(key)), key]));
  return (reference) => {
    const name = nameOf(reference);
    return pointerOf(keys.get(name) ?? name);
  };
}
