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
  "client-renamed": inBothDirections("breaking", "Imports of the class under its old name do not compile."),
  "method-added": inBothDirections("addition", "No existing code calls it."),
  "method-removed": inBothDirections("breaking", "Calls to it do not compile."),
  "method-renamed": inBothDirections("breaking", "Calls by the old name do not compile."),
  "method-moved": inBothDirections("breaking", "Calls through the old group do not compile."),
  "wire-changed": inBothDirections("fix", "The generated code contains the method and path; calls stay the same."),
  "safety-lowered": inBothDirections(
    "breaking",
    "A failed call is no longer retried; its outcome may be unknown instead.",
  ),
  "safety-raised": inBothDirections("fix", "A failed call is now retried instead of given up."),
  "permission-added": inBothDirections(
    "breaking",
    "Callers without it are refused. Have it granted before you upgrade.",
  ),
  "permission-removed": inBothDirections("fix", "Callers without it are now accepted."),
  "identity-required": inBothDirections(
    "fix",
    "A success response without proof of the result now counts as an unknown outcome.",
  ),
  "identity-removed": inBothDirections("fix", "A success response is validated by its schema alone."),
  "reference-changed": inBothDirections("fix", "The runtime adds it to the body."),

  // Path parameters and the body are positional arguments.
  "path-parameter-added": inBothDirections("breaking", "All later arguments move by one position."),
  "path-parameter-removed": inBothDirections("breaking", "All later arguments move by one position."),
  "path-parameter-renamed": inBothDirections("fix", "Callers pass arguments by position, not by name."),
  "path-parameters-reordered": inBothDirections(
    "breaking",
    "Arguments change positions, which the compiler may not catch.",
  ),
  "body-added": inBothDirections("breaking", "The options move one position back."),
  "body-removed": inBothDirections("breaking", "The argument disappears, and the options move one position forward."),
  "body-required": inBothDirections("breaking", "Calls without it do not compile."),
  "body-optional": inBothDirections("addition", "Calls that pass it stay the same."),
  "body-renamed": inBothDirections("fix", "Callers pass arguments by position, not by name."),
  "content-type-changed": inBothDirections("fix", "The runtime encodes the body."),
  "argument-changed": inBothDirections("breaking", "Values that callers pass today may not be accepted."),
  "argument-widened": inBothDirections("addition", "All values that callers pass today are still accepted."),

  // Properties of the options object.
  "option-added": inBothDirections("addition", "It is optional."),
  "required-option-added": inBothDirections("breaking", "Calls without it do not compile."),
  "option-removed": inBothDirections("breaking", "Calls that pass it do not compile."),
  "option-renamed": inBothDirections("breaking", "Calls by the old name do not compile."),
  "option-required": inBothDirections("breaking", "Calls without it do not compile."),
  "option-optional": inBothDirections("addition", "Calls that pass it stay the same."),
  "option-moved": inBothDirections("fix", "The runtime sends it in the right place: query, header or cookie."),

  // Results.
  "result-changed": inBothDirections("breaking", "Code that reads the old result may not compile."),
  "result-narrowed": inBothDirections("addition", "The new result has everything that the old one had."),
  "error-added": inBothDirections("addition", "Its body was unknown and now has a type."),
  "error-removed": inBothDirections("breaking", "Code that reads its body by status does not compile."),
  "error-changed": inBothDirections("breaking", "Code that reads its body may not compile."),
  "error-narrowed": inBothDirections("addition", "The new body has everything that the old one had."),
  "header-added": inBothDirections("addition", "Callers may ignore it."),
  "header-removed": inBothDirections("breaking", "Code that reads it does not compile."),
  "header-changed": inBothDirections("breaking", "Code that reads it may not compile."),
  "rql-added": inBothDirections("breaking", "The query becomes an argument, and the options move one position back."),
  "rql-removed": inBothDirections(
    "breaking",
    "The query argument disappears, and the options move one position forward.",
  ),
  "rql-resource-changed": inBothDirections("breaking", "Queries use the properties of another type."),
  "rql-typing-changed": inBothDirections("breaking", "Items of queries with `implementing` have another type."),
  "paging-added": inBothDirections("breaking", "The result is now a list to iterate instead of a promise."),
  "paging-removed": inBothDirections("breaking", "The result is now a promise instead of a list to iterate."),
  "page-size-changed": inBothDirections("fix", "The items stay the same; only the page size differs."),
  "iteration-added": inBothDirections("addition", "Awaiting the call returns the same result as before."),
  "iteration-removed": inBothDirections("breaking", "Loops over the result do not compile."),
  "iteration-changed": inBothDirections("breaking", "Loops over the result receive different items."),

  // Webhooks.
  "webhook-added": inBothDirections("addition", "No existing code handles it."),
  "webhook-removed": inBothDirections("breaking", "Code that uses its key or its payload does not compile."),
  "payload-renamed": inBothDirections("breaking", "Imports of the type by its old name do not compile."),

  // Types.
  "type-added": inBothDirections("addition", "No existing code imports it."),
  "type-removed": inBothDirections("breaking", "Imports of it do not compile."),
  "type-renamed": inBothDirections("breaking", "Imports by the old name do not compile."),
  "type-id-added": inBothDirections(
    "breaking",
    "Items with this id were untyped; reading a property that the type does not have no longer compiles.",
  ),
  "type-id-removed": inBothDirections(
    "breaking",
    "Items with this id are untyped again: their properties are unknown.",
  ),
  "type-changed": inBothDirections(
    "breaking",
    "Some old values are no longer valid, and some new values were not valid before.",
  ),
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
  "limit-loosened": inBothDirections("fix", "All values that were valid are still valid."),

  // Fields.
  "field-added": inBothDirections("addition", "It may be omitted in requests and ignored in responses."),
  "required-field-added": {
    sent: "breaking",
    received: "addition",
    because: "Requests without it do not compile; responses have one more field to read.",
  },
  "field-removed": inBothDirections("breaking", "Code that uses the field does not compile."),
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
  "further-fields-allowed": inBothDirections("addition", "Unlisted field names now compile."),
  "further-fields-refused": inBothDirections("breaking", "Unlisted field names no longer compile."),

  // Enums. An open enum accepts every value, in the types and at run time; its list only helps editors.
  "enum-value-added": inBothDirections("addition", "The value was accepted before; now it has a name."),
  "enum-value-removed": inBothDirections("fix", "The value is still accepted; editors no longer suggest it."),
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
  "member-removed": inBothDirections("breaking", "Code that creates the member, or checks for it, does not compile."),

  // Documentation.
  deprecated: inBothDirections(
    "addition",
    "It works as before, and editors strike it through. SemVer 7 asks for a minor version.",
  ),
  "no-longer-deprecated": inBothDirections("fix", "It works as before."),
  "docs-changed": inBothDirections("fix", "Only the documentation differs."),
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

function inBothDirections<S extends Severity>(
  severity: S,
  because: string,
): Readonly<Record<Direction, S>> & { because: string } {
  return { sent: severity, received: severity, because };
}
