import * as fc from "fast-check";

/** Names that break generators: reserved words, globals, names of the run-time, digits, case and punctuation. */
const awkwardNames = (
  "Record Array Date Event Object String RegExp Promise Error Call List Page Schema Operation Api OperationGroup " +
  "Selected RqlQuery CallOptions ListOptions ClientCore ClientOptions RuntimeCall Default Pet pet PET Pet2 pet-2 " +
  "order-line order.line OrderLine orderLine APIKey ApiKey 3d 1 _ class delete import z schema GetPetOptions"
).split(" ");

const componentKey = fc.constantFrom(...awkwardNames.filter((name) => /[A-Za-z0-9]/.test(name)));
const propertyName = fc.oneof(
  fc.constantFrom(...awkwardNames, "__proto__", "constructor", "a b", '"', "*/", "", "\u2028", "\u00e9"),
  fc.string(),
);
const tag = fc.oneof(
  fc.constantFrom(...awkwardNames, "core", "constructor", "aux", "\u7528\u6237"),
  fc.string({ maxLength: 8 }),
);
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const text = fc.oneof(
  fc.constantFrom("*/ process.exit(1) /*", "a\r\nb\u2028c", "\u0024{x}`", "{@link Pet}"),
  fc.string(),
);

const pattern = fc.constantFrom("^[a-z]+$", "(?i)a", "[", "\\-", "`\u0024{x}`", '"');

/** A schema that refers to schemas of the given keys. What it says may contradict itself, as real ones do. */
function schema(keys: readonly string[]): fc.Arbitrary<object | boolean> {
  const reference = fc.constantFrom(...keys).map((key) => ({ $ref: `#/components/schemas/${key}` }));
  return fc.letrec<{ schema: object | boolean }>((tie) => {
    const list = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
    const properties = fc.dictionary(propertyName, fc.oneof(tie("schema"), reference), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    return {
      schema: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom<object | boolean>(true, false, {}, { type: "null" }, { type: "array" }, { type: "object" }),
        fc.record(
          {
            type: fc.constantFrom("string", "integer", "number", "boolean", ["string", "null"], ["object", "array"]),
            nullable: fc.boolean(),
            enum: fc.array(scalar, { maxLength: 4 }),
            const: scalar,
            default: scalar,
            format: fc.constantFrom("uuid", "date-time", "int64", "made-up"),
            pattern: pattern,
            maximum: fc.constantFrom(2 ** 63, 1, -0.5),
            minLength: fc.nat(5),
            description: text,
            deprecated: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        fc.record(
          {
            type: fc.constant("object"),
            properties,
            required: fc.array(propertyName, { maxLength: 3 }),
            additionalProperties: fc.oneof(tie("schema"), reference),
            patternProperties: fc.dictionary(pattern, fc.oneof(tie("schema"), reference), {
              maxKeys: 2,
              noNullPrototype: true,
            }),
          },
          { requiredKeys: ["properties"] },
        ),
        fc.record({ type: fc.constant("array"), items: fc.oneof(tie("schema"), reference), maxItems: fc.nat(3) }),
        fc.record(
          {
            prefixItems: list,
            items: fc.oneof(tie("schema"), reference, fc.constant(false)),
            minItems: fc.nat(4),
            maxItems: fc.nat(4),
          },
          { requiredKeys: ["prefixItems"] },
        ),
        fc.record({ allOf: list, properties }, { requiredKeys: ["allOf"] }),
        reference.chain(({ $ref }) => {
          const beside = { description: text, readOnly: fc.boolean(), nullable: fc.boolean(), maxLength: fc.nat(5) };
          return fc.record(
            { $ref: fc.constant($ref), ...beside, type: fc.constantFrom("string", "object"), properties },
            { requiredKeys: ["$ref"] },
          );
        }),
        fc.record({ oneOf: list, nullable: fc.boolean() }, { requiredKeys: ["oneOf"] }),
        fc.record({
          oneOf: fc
            .array(reference, { minLength: 1, maxLength: 3 })
            .map((members) => members.map((items) => ({ properties: { items } }))),
          discriminator: fc.record({
            propertyName,
            mapping: fc.dictionary(
              propertyName,
              reference.map(({ $ref }) => $ref),
              { maxKeys: 2, noNullPrototype: true },
            ),
          }),
        }),
      ),
    };
  }).schema;
}

function operation(keys: readonly string[]): fc.Arbitrary<object> {
  const one = fc.oneof(
    schema(keys),
    fc.constantFrom(...keys).map((key) => ({ $ref: `#/components/schemas/${key}` })),
  );
  const content = one.map((schema) => ({ "application/json": { schema } }));
  const parameter = fc.record(
    {
      name: propertyName.filter((name) => /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)),
      in: fc.constantFrom("query", "cookie"),
      schema: one,
      required: fc.boolean(),
      description: text,
    },
    { requiredKeys: ["name", "in"] },
  );
  return fc.record(
    {
      tags: fc.array(tag, { minLength: 1, maxLength: 2 }),
      summary: text,
      description: text,
      parameters: fc.uniqueArray(parameter, { selector: (each) => `${each.in} ${each.name}`, maxLength: 4 }),
      requestBody: content.map((content) => ({ content })),
      responses: fc.dictionary(
        fc.constantFrom("200", "204", "2XX", "404", "default"),
        content.map((content) => ({ description: "", content })),
        { maxKeys: 3, noNullPrototype: true },
      ),
    },
    { requiredKeys: [] },
  );
}

const path = fc
  .array(fc.constantFrom("a", "{id}", "b-c", "{x.y}", "Things", "{class}", "3", "~z"), { maxLength: 3 })
  .filter((segments) => new Set(segments).size === segments.length)
  .map((segments) => `/${segments.join("/")}`);

/** Valid documents that are unlike any a person would write, and hold what people's documents hold one time or another. */
export const randomDocument: fc.Arbitrary<object> = fc
  .uniqueArray(componentKey, { minLength: 2, maxLength: 8 })
  .chain((keys) => {
    return fc.record({
      openapi: fc.constantFrom("3.0.3", "3.1.0", "3.2.0"),
      info: fc.record({ title: tag, version: fc.constant("1"), description: text }),
      paths: fc
        .uniqueArray(path, { selector: (each) => each.replace(/\{[^}]*\}/g, "{}"), minLength: 1, maxLength: 5 })
        .chain((paths) => {
          const methods = fc.dictionary(fc.constantFrom("get", "post", "delete"), operation(keys), {
            minKeys: 1,
            maxKeys: 3,
            noNullPrototype: true,
          });
          return fc
            .tuple(...paths.map(() => methods))
            .map((items) => Object.fromEntries(paths.map((each, index) => [each, items[index]])));
        }),
      webhooks: fc.dictionary(
        fc.oneof(componentKey, tag),
        fc.dictionary(fc.constantFrom("post", "put"), operation(keys), { maxKeys: 2, noNullPrototype: true }),
        { maxKeys: 3, noNullPrototype: true },
      ),
      components: fc.record({
        schemas: fc
          .tuple(...keys.map(() => schema(keys)))
          .map((schemas) => Object.fromEntries(keys.map((key, index) => [key, schemas[index]]))),
      }),
    });
  });
