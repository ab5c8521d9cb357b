import { placeOfMethod } from "../openapi/index.js";
import { childSchemas } from "./child-schemas.js";
import type { Content, Model, NamedSchema, Operation, Schema } from "./model.js";
import { className, numbered } from "./names.js";

/**
 * Names the object types that operations define inline, so that callers can import them. For `createOrder`, the request
 * body is `CreateOrderBody`, the result `CreateOrderResult`, an item of a list result `CreateOrderItem`, and the body
 * of a 409 error `CreateOrderError409`.
 *
 * Without a name, a type would be written out in the descriptor and again in the method.
 */
export function nameInlineTypes(model: Model): Model {
  const naming = new TypeNamer(model);
  const groups = model.groups.map((group) => ({
    ...group,
    operations: group.operations.map((operation) => withNames(operation, naming)),
  }));
  return { ...model, groups, schemas: [...model.schemas, ...naming.named] };
}

/** Assigns names that are unique in the client. */
class TypeNamer {
  readonly named: NamedSchema[] = [];
  readonly #used: Set<string>;
  /** Names by location. An operation and its views are one call and share equal types. */
  readonly #names = new Map<string, readonly Pick<NamedSchema, "name" | "schema">[]>();

  constructor({ client, groups, schemas, webhooks }: Model) {
    const types = [
      `${client.name}Api`,
      ...groups.map((group) => group.className),
      ...schemas.map((schema) => schema.name),
      ...webhooks.map((webhook) => webhook.payloadName),
    ];
    this.#used = new Set(types);
  }

  /** Replaces a schema by a reference to its new name. Returns schemas that need no name unchanged. */
  reference(schema: Schema, operation: Operation, role: Role): Schema {
    if (!needsName(schema)) return schema;
    const { httpMethod, path, id, group, method } = operation;
    const place = `${httpMethod} ${path} ${role.suffix}`;
    const others = this.#names.get(place) ?? [];
    const same = others.find(
      (other) => other.schema === schema || JSON.stringify(other.schema) === JSON.stringify(schema),
    );
    if (same !== undefined) return { kind: "reference", name: same.name };
    const name = numbered(`${className(id)}${role.suffix}`, (candidate) => this.#used.has(candidate));
    this.#used.add(name);
    this.#names.set(place, [...others, { name, schema }]);
    const docs = { summary: role.summary(`\`${group}.${method}\``), deprecated: false };
    this.named.push({ name, docs, schema, place: ["paths", path, ...placeOfMethod(httpMethod), ...role.place] });
    return { kind: "reference", name };
  }
}

/** Role of a type in its operation. */
interface Role {
  readonly suffix: string;
  readonly place: readonly string[];
  readonly summary: (method: string) => string;
}

const BODY: Role = { suffix: "Body", place: ["requestBody"], summary: (method) => `Request body of ${method}.` };
const RESULT: Role = { suffix: "Result", place: ["responses"], summary: (method) => `Result of ${method}.` };
const ITEM: Role = { suffix: "Item", place: ["responses"], summary: (method) => `Item in the result of ${method}.` };

function errorRole(status: string): Role {
  const suffix = status === "default" ? "Error" : `Error${status}`;
  const which = status === "default" ? "Body of an error" : `Body of the error ${status}`;
  return { suffix, place: ["responses"], summary: (method) => `${which} of ${method}.` };
}

function withNames(operation: Operation, naming: TypeNamer): Operation {
  const { body, responses, errors, paging } = operation;
  const nameResult = (schema: Schema): Schema => {
    return schema.kind === "array"
      ? { ...schema, items: naming.reference(schema.items, operation, ITEM) }
      : naming.reference(schema, operation, RESULT);
  };
  return {
    ...operation,
    ...(body && {
      body: { ...body, content: withSchema(body.content, naming.reference(body.content.schema, operation, BODY)) },
    }),
    responses: responses.map((response) => ({
      ...response,
      ...(response.content && { content: withSchema(response.content, nameResult(response.content.schema)) }),
    })),
    errors: errors.map((error) => ({
      ...error,
      ...(error.schema && { schema: naming.reference(error.schema, operation, errorRole(error.status)) }),
    })),
    ...(paging && { paging: { ...paging, item: naming.reference(paging.item, operation, ITEM) } }),
  };
}

function withSchema(content: Content, schema: Schema): Content {
  return { ...content, schema };
}

/** Returns true if a type has members of its own that would have to be written out. */
function needsName(schema: Schema): boolean {
  if (schema.kind === "object") return schema.properties.length > 0;
  return (schema.kind === "union" || schema.kind === "intersection") && childSchemas(schema).some(needsName);
}
