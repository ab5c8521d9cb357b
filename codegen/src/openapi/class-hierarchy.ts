import { isPlainReference } from "./reference-siblings.js";
import type { FollowSchema, Schema, SchemaOrBoolean } from "./types.js";

/**
 * Classes that list their subclasses. Some tools write these as a circle: `Pet` is `oneOf` `Cat` and `Dog`, and `Cat`
 * is `allOf` `Pet` plus its own properties. Being one of its own choices adds nothing, so `Cat` inherits only the rest
 * of `Pet`.
 *
 * Each list of choices is read once, because a class may have thousands of subclasses.
 */
export class ClassHierarchy {
  readonly #follow: FollowSchema;
  readonly #choices = new Map<Schema, ReadonlySet<Schema>>();
  /** Each class without its choices. */
  readonly #rests = new Map<Schema, Schema>();

  constructor(follow: FollowSchema) {
    this.#follow = follow;
  }

  /** Returns a schema whose superclasses no longer list it as a choice. */
  withoutOwnChoices(schema: Schema): Schema {
    const { allOf } = schema;
    if (allOf === undefined) return schema;
    const parts = allOf.map((part) => this.#inherited(schema, part) ?? part);
    return parts.every((part, index) => part === allOf[index]) ? schema : { ...schema, allOf: parts };
  }

  /** Schemas that a schema inherits from classes that list it. */
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
    // Before the document is accepted, a list of schemas may contain anything.
    if (typeof part !== "object" || part === null || part.$ref === undefined) return undefined;
    if (!isPlainReference(part, { readsSiblings: true })) return undefined;
    return this.#follow({ $ref: part.$ref });
  }
}
