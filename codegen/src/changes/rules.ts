/** Effect of a change on callers: they must change code, they can use something new, or neither. */
export type Severity = "breaking" | "addition" | "fix";

/** Direction of a value. Callers write sent values and read received ones. */
export type Direction = "sent" | "received";

/** Severity of a kind of change in each direction, with the reason. */
export interface Rule extends Readonly<Record<Direction, Severity>> {
  readonly because: string;
}

/**
 * Severity of every kind of change, by direction of the value. If a value is both sent and received, the higher
 * severity applies. A fix is a change that callers need not know about.
 */
export const rules = {
  // The client and its methods.
  "client-renamed": always("breaking", "Imports of the class under its old name do not compile."),
  "method-added": always("addition", "No existing code calls it."),
  "method-removed": always("breaking", "Calls to it do not compile."),
  "method-renamed": always("breaking", "Calls by the old name do not compile."),
  "method-moved": always("breaking", "Calls through the old group do not compile."),
  "wire-changed": always("fix", "The generated code contains the method and path; calls stay the same."),
  "safety-lowered": always("breaking", "A failed call is no longer retried; its outcome may be unknown instead."),
  "safety-raised": always("fix", "A failed call is now retried instead of given up."),
  "permission-added": always("breaking", "Callers without it are refused. Have it granted before you upgrade."),
  "permission-removed": always("fix", "Callers without it are now accepted."),
  "identity-required": always(
    "fix",
    "A success response without proof of the result now counts as an unknown outcome.",
  ),
  "identity-removed": always("fix", "A success response is validated by its schema alone."),
  "reference-changed": always("fix", "The runtime adds it to the body."),

  // Path parameters and the body are positional arguments.
  "path-parameter-added": always("breaking", "All later arguments move by one position."),
  "path-parameter-removed": always("breaking", "All later arguments move by one position."),
  "path-parameter-renamed": always("fix", "Callers pass arguments by position, not by name."),
  "path-parameters-reordered": always("breaking", "Arguments change positions, which the compiler may not catch."),
  "body-added": always("breaking", "The options move one position back."),
  "body-removed": always("breaking", "The argument disappears, and the options move one position forward."),
  "body-required": always("breaking", "Calls without it do not compile."),
  "body-optional": always("addition", "Calls that pass it stay the same."),
  "body-renamed": always("fix", "Callers pass arguments by position, not by name."),
  "content-type-changed": always("fix", "The runtime encodes the body."),
  "argument-changed": always("breaking", "Values that callers pass today may not be accepted."),
  "argument-widened": always("addition", "All values that callers pass today are still accepted."),

  // Properties of the options object.
  "option-added": always("addition", "It is optional."),
  "required-option-added": always("breaking", "Calls without it do not compile."),
  "option-removed": always("breaking", "Calls that pass it do not compile."),
  "option-renamed": always("breaking", "Calls by the old name do not compile."),
  "option-required": always("breaking", "Calls without it do not compile."),
  "option-optional": always("addition", "Calls that pass it stay the same."),
  "option-moved": always("fix", "The runtime sends it in the right place: query, header or cookie."),

  // Results.
  "result-changed": always("breaking", "Code that reads the old result may not compile."),
  "result-narrowed": always("addition", "The new result has everything that the old one had."),
  "error-added": always("addition", "Its body was unknown and now has a type."),
  "error-removed": always("breaking", "Code that reads its body by status does not compile."),
  "error-changed": always("breaking", "Code that reads its body may not compile."),
  "error-narrowed": always("addition", "The new body has everything that the old one had."),
  "header-added": always("addition", "Callers may ignore it."),
  "header-removed": always("breaking", "Code that reads it does not compile."),
  "header-changed": always("breaking", "Code that reads it may not compile."),
  "rql-added": always("breaking", "The query becomes an argument, and the options move one position back."),
  "rql-removed": always("breaking", "The query argument disappears, and the options move one position forward."),
  "rql-resource-changed": always("breaking", "Queries use the properties of another type."),
  "rql-typing-changed": always("breaking", "Items of queries with `implementing` have another type."),
  "paging-added": always("breaking", "The result is now a list to iterate instead of a promise."),
  "paging-removed": always("breaking", "The result is now a promise instead of a list to iterate."),
  "page-size-changed": always("fix", "The items stay the same; only the page size differs."),
  "iteration-added": always("addition", "Awaiting the call returns the same result as before."),
  "iteration-removed": always("breaking", "Loops over the result do not compile."),
  "iteration-changed": always("breaking", "Loops over the result receive different items."),

  // Webhooks.
  "webhook-added": always("addition", "No existing code handles it."),
  "webhook-removed": always("breaking", "Code that uses its key or its payload does not compile."),
  "payload-renamed": always("breaking", "Imports of the type by its old name do not compile."),

  // Types.
  "type-added": always("addition", "No existing code imports it."),
  "type-removed": always("breaking", "Imports of it do not compile."),
  "type-renamed": always("breaking", "Imports by the old name do not compile."),
  "type-id-added": always(
    "breaking",
    "Items with this id were untyped; reading a property that the type does not have no longer compiles.",
  ),
  "type-id-removed": always("breaking", "Items with this id are untyped again: their properties are unknown."),
  "type-changed": always("breaking", "Some old values are no longer valid, and some new values were not valid before."),
  "type-widened": {
    sent: "addition",
    received: "breaking",
    because: "Callers who send it have more choice; callers who read it have one more case to handle.",
  },
  "type-narrowed": {
    sent: "breaking",
    received: "addition",
    because: "Callers who send it have less choice; callers who read it have one case less to handle.",
  },
  "null-allowed": {
    sent: "addition",
    received: "breaking",
    because: "Callers who send it may pass `null`; callers who read it must check for `null`.",
  },
  "null-refused": {
    sent: "breaking",
    received: "addition",
    because: "Callers who send it may have passed `null`; callers who read it no longer need to check.",
  },
  "limit-tightened": {
    sent: "breaking",
    received: "fix",
    because: "A request that exceeds the limit fails before it is sent; responses are not affected.",
  },
  "limit-loosened": always("fix", "All values that were valid are still valid."),

  // Fields.
  "field-added": always("addition", "It may be omitted in requests and ignored in responses."),
  "required-field-added": {
    sent: "breaking",
    received: "addition",
    because: "Requests without it do not compile; responses have one more field to read.",
  },
  "field-removed": always("breaking", "Code that uses the field does not compile."),
  "field-required": {
    sent: "breaking",
    received: "addition",
    because: "Requests without it do not compile; in responses it is always present.",
  },
  "field-optional": {
    sent: "addition",
    received: "breaking",
    because: "Requests may omit it; code that reads responses must handle its absence.",
  },
  "further-fields-allowed": always("addition", "Unlisted field names now compile."),
  "further-fields-refused": always("breaking", "Unlisted field names no longer compile."),

  // Enums. An open enum accepts every value, in the types and at run time; its list only helps editors.
  "enum-value-added": always("addition", "The value was accepted before; now it has a name."),
  "enum-value-removed": always("fix", "The value is still accepted; editors no longer suggest it."),
  "closed-value-added": {
    sent: "addition",
    received: "breaking",
    because: "Callers who send it have more choice; a `switch` over all values misses a case.",
  },
  "closed-value-removed": {
    sent: "breaking",
    received: "addition",
    because: "Code that sends the value does not compile; callers who read it have one case less to handle.",
  },
  "member-added": {
    sent: "addition",
    received: "addition",
    because: "Unknown members were accepted before, so callers already had to handle them.",
  },
  "member-removed": always("breaking", "Code that creates the member, or checks for it, does not compile."),

  // Documentation.
  deprecated: always(
    "addition",
    "It works as before, and editors strike it through. SemVer 7 asks for a minor version.",
  ),
  "no-longer-deprecated": always("fix", "It works as before."),
  "docs-changed": always("fix", "Only the documentation differs."),
} as const satisfies Readonly<Record<string, Rule>>;

/** Kind of change: a key in the table of rules, such as `method-removed`. */
export type ChangeKind = keyof typeof rules;

const order: readonly Severity[] = ["breaking", "addition", "fix"];

/** Highest severity over the directions of a value. A value without a direction counts as both sent and received. */
export function severityOf(kind: ChangeKind, directions: ReadonlySet<Direction>): Severity {
  const rule: Rule = rules[kind];
  const ways: readonly Direction[] = directions.size === 0 ? ["sent", "received"] : [...directions];
  const severities = ways.map((way) => rule[way]);
  return order.find((severity) => severities.includes(severity)) ?? "fix";
}

function always<S extends Severity>(
  severity: S,
  because: string,
): Readonly<Record<Direction, S>> & { because: string } {
  return { sent: severity, received: severity, because };
}
