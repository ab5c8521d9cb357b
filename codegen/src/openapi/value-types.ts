/** Type of a value without fields. */
export interface ValueType<Value> {
  /** Noun for the expected value, for messages. */
  readonly noun: string;
  /** Noun for a list of such values, if `a list` is too vague. */
  readonly listNoun?: string;
  readonly matches: (value: unknown) => value is Value;
}

/** Words that `objects.ts` and `nested-objects.ts` use for their fields. */
export const valueTypes = {
  text: text("text"),
  flag: valueType("true or false", (value) => typeof value === "boolean"),
  number: valueType("a number", isNumber),
  count: wholeNumber("a whole number, 0 or more", 0),

  version: valueType('text, such as "1.0" in quotation marks', (value) => typeof value === "string" || isNumber(value)),
  /** Text that YAML parses as another type unless it is quoted, such as a port or a version. */
  "plain value": valueType(
    "text",
    (value) => typeof value === "string" || isNumber(value) || typeof value === "boolean",
  ),
  scope: text("text", "a list of scopes"),
  "parameter location": oneOf("path", "query", "querystring", "header", "cookie"),
  "security scheme type": oneOf("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"),
  "key location": oneOf("query", "header", "cookie"),

  "property name": text("text", "a list of property names"),
  "schema type": schemaType("string", "number", "integer", "boolean", "object", "array", "null"),
  "exclusive bound": valueType(
    "a number (OpenAPI 3.1), or true or false (3.0)",
    (value) => isNumber(value) || typeof value === "boolean",
  ),

  "client name": textLike(/^[A-Z][A-Za-z0-9]*$/, 'a name such as "Aps"'),
  "sdk name": textLike(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, 'a group and a method, such as "orders.create"'),
  "argument name": textLike(/^[a-z][A-Za-z0-9]*$/, 'a camelCase name such as "order"'),
  "operation id": text("a name such as `getAccount`"),
  "tag name": text("the name of a tag"),
  pointer: text('a pointer such as "#/components/schemas/Account"'),
  right: textLike(/\S/, "the name of a permission", "a list of permissions"),
  safety: oneOf("safe", "idempotent", "unsafe"),
  "signature method": oneOf("HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT"),
  "typing operator": oneOf("implementing"),
  identity: valueType(
    'a property of the result such as "orderId", or false',
    (value): value is string | false => value === false || isPropertyPath(value),
  ),
  "body property": valueType('a property of the request body such as "poNumber"', isPropertyPath),

  "rql limit": oneOf("rql"),
  "content range": oneOf("content-range"),
  "page size": wholeNumber("a whole number from 1 to 1000", 1, 1000),
  "first page": wholeNumber("a whole number from 0 to 1", 0, 1),
  "query parameter": text("the name of a query parameter"),
  "result property": text("a property of the result"),
  "list property": text("a property of the result that is a list"),
  "total property": text('a property of the result, or "content-range"'),
} as const;

function valueType<Value>(
  noun: string,
  matches: (value: unknown) => value is Value,
  listNoun?: string,
): ValueType<Value> {
  return { noun, matches, ...(listNoun !== undefined && { listNoun }) };
}

function text(noun: string, listNoun?: string): ValueType<string> {
  return valueType(noun, (value) => typeof value === "string", listNoun);
}

function textLike(pattern: RegExp, noun: string, listNoun?: string): ValueType<string> {
  return valueType(noun, (value): value is string => typeof value === "string" && pattern.test(value), listNoun);
}

function oneOf<const Choice extends string>(...choices: readonly Choice[]): ValueType<Choice> {
  return valueType(enumerate(choices, "or"), (value): value is Choice => choices.some((choice) => choice === value));
}

/** Joins names for a message: `"a", "b" or "c"`. */
export function enumerate(names: readonly string[], conjunction: "and" | "or"): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.slice(-1);
  return [quoted.slice(0, -1).join(", "), ...last].filter((part) => part !== "").join(` ${conjunction} `);
}

function wholeNumber(noun: string, least: number, most = Number.MAX_SAFE_INTEGER): ValueType<number> {
  return valueType(noun, (value): value is number => {
    return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  });
}

/** A single type or a list of types. */
function schemaType<const Type extends string>(...types: readonly Type[]): ValueType<Type | readonly Type[]> {
  const isType = (value: unknown): value is Type => types.some((type) => type === value);
  return valueType(`one or a list of ${types.join(", ")}`, (value): value is Type | readonly Type[] => {
    return Array.isArray(value) ? value.length > 0 && value.every(isType) : isType(value);
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isPropertyPath(value: unknown): value is string {
  return typeof value === "string" && /^[^.\s]+(?:\.[^.\s]+)*$/.test(value);
}
