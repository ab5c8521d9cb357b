import type { Schema, SchemaOrBoolean } from "./openapi.js";
import { isMereReference } from "./siblings.js";

/** The schema that a `$ref` leads to; `undefined` where it leads nowhere. */
type Follow = (reference: string) => SchemaOrBoolean | undefined;

/**
 * A schema without the choices that it is one of. Tools write a class that knows its subclasses in a circle: `Pet` is
 * `oneOf` `Cat` and `Dog`, and `Cat` is `allOf` `Pet` and more. That a `Cat` is one of them says nothing, so that a `Cat`
 * is what else a `Pet` is, and more.
 */
export function withoutOwnChoices(schema: Schema, follow: Follow): Schema {
  const parts = schema.allOf ?? [];
  const inherited = parts.map((part) => superclassOf(schema, part, follow) ?? part);
  return inherited.every((part, index) => part === parts[index]) ? schema : { ...schema, allOf: inherited };
}

/** What a part of `allOf` says beside the choice that the schema is one of; `undefined` where there is no such choice. */
function superclassOf(schema: Schema, part: SchemaOrBoolean, follow: Follow): Schema | undefined {
  const target = targetOf(part, follow);
  if (target === undefined) return undefined;
  const offers = (choices: readonly SchemaOrBoolean[] = []): boolean => {
    return choices.some((choice) => targetOf(choice, follow) === schema);
  };
  const { oneOf, anyOf, discriminator, title, description, ...rest } = target;
  if (!offers(oneOf) && !offers(anyOf)) return undefined;
  return {
    ...rest,
    ...(oneOf !== undefined && !offers(oneOf) && { oneOf }),
    ...(anyOf !== undefined && !offers(anyOf) && { anyOf }),
  };
}

function targetOf(part: SchemaOrBoolean, follow: Follow): Schema | undefined {
  // In a document that is not accepted yet, a list of schemas may hold anything.
  if (typeof part !== "object" || part === null || part.$ref === undefined) return undefined;
  if (!isMereReference(part, { readsSiblings: true })) return undefined;
  const target = follow(part.$ref);
  return typeof target === "boolean" ? undefined : target;
}
