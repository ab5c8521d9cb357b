import { isMereReference } from "./reference-siblings.js";
import type { FollowSchema, Schema, SchemaOrBoolean } from "./types.js";

/**
 * The classes of a document that know their subclasses. Tools write such a class in a circle: `Pet` is `oneOf` `Cat` and
 * `Dog`, and `Cat` is `allOf` `Pet` and more. That a `Cat` is one of them says nothing, so that a `Cat` is what else a
 * `Pet` is, and more.
 *
 * Each list of choices is looked through once: a class may have thousands of subclasses, each of which asks for it.
 */
export class ClassHierarchy {
  readonly #follow: FollowSchema;
  readonly #choices = new Map<Schema, ReadonlySet<Schema>>();
  /** By class, what else it is. */
  readonly #rests = new Map<Schema, Schema>();

  constructor(follow: FollowSchema) {
    this.#follow = follow;
  }

  /** A schema without the choices that it is one of. */
  withoutOwnChoices(schema: Schema): Schema {
    const { allOf } = schema;
    if (allOf === undefined) return schema;
    const parts = allOf.map((part) => this.#inherited(schema, part) ?? part);
    return parts.every((part, index) => part === allOf[index]) ? schema : { ...schema, allOf: parts };
  }

  /** What a schema takes over from classes that list it. */
  inheritedBy(schema: Schema): readonly Schema[] {
    if (schema.allOf === undefined) return [];
    return schema.allOf.map((part) => this.#inherited(schema, part)).filter((part) => part !== undefined);
  }

  #inherited(schema: Schema, part: SchemaOrBoolean): Schema | undefined {
    const superclass = this.#targetOf(part);
    return superclass !== undefined && this.#choicesOf(superclass).has(schema) ? this.#restOf(superclass) : undefined;
  }

  #choicesOf(superclass: Schema): ReadonlySet<Schema> {
    const known = this.#choices.get(superclass);
    if (known !== undefined) return known;
    const { oneOf = [], anyOf = [] } = superclass;
    const targets = [...oneOf, ...anyOf].map((choice) => this.#targetOf(choice));
    const choices = new Set(targets.filter((target) => target !== undefined));
    this.#choices.set(superclass, choices);
    return choices;
  }

  #restOf(superclass: Schema): Schema {
    const { oneOf, anyOf, ...said } = superclass;
    const rest = this.#rests.get(superclass) ?? said;
    this.#rests.set(superclass, rest);
    return rest;
  }

  #targetOf(part: SchemaOrBoolean): Schema | undefined {
    // In a document that is not accepted yet, a list of schemas may hold anything.
    if (typeof part !== "object" || part === null || part.$ref === undefined) return undefined;
    if (!isMereReference(part, { readsSiblings: true })) return undefined;
    return this.#follow({ $ref: part.$ref });
  }
}
