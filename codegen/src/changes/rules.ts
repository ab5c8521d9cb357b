/** Effect of a change on callers: code has to change, something new can be used, or nothing. */
export type Severity = "breaking" | "addition" | "fix";

/** Direction of a value: callers write what is sent, and read what is received. */
export type Direction = "sent" | "received";

/** Severity of a kind of change in each direction, and the reason. */
export interface Rule extends Readonly<Record<Direction, Severity>> {
  readonly because: string;
}

/**
 * Severity of every kind of change, by the direction of the value. If a value is both sent and received, the higher
 * severity counts. A fix is a change that no caller has to know about.
 */
export const rules = {
  // The client and its methods.
  "client-renamed": always("breaking", "The class is imported by its name."),
  "method-added": always("addition", "Nobody calls it yet."),
  "method-removed": always("breaking", "Calls of it do not compile."),
  "method-renamed": always("breaking", "Calls under the old name do not compile."),
  "method-moved": always("breaking", "Calls through the old group do not compile."),
  "wire-changed": always("fix", "Verb and path stand in the generated code; calls stay as they are."),
  "safety-lowered": always("breaking", "A failed call is not repeated any more: its outcome may be unknown instead."),
  "safety-raised": always("fix", "A failed call is repeated where it was given up before."),
  "permission-added": always("breaking", "A caller without it is refused: have it granted before you upgrade."),
  "permission-removed": always("fix", "A caller without it is let in."),
  "identity-required": always("fix", "A success that proves nothing becomes an unknown outcome."),
  "identity-removed": always("fix", "A success is judged by its schema alone."),
  "reference-changed": always("fix", "The run-time puts it into the body."),

  // Path parameters and the body are arguments, which are told apart by their order.
  "path-parameter-added": always("breaking", "All arguments behind it move by one."),
  "path-parameter-removed": always("breaking", "All arguments behind it move by one."),
  "path-parameter-renamed": always("fix", "An argument has no name where a method is called."),
  "path-parameters-reordered": always("breaking", "Arguments change places, which the compiler may not notice."),
  "body-added": always("breaking", "The options move behind it."),
  "body-removed": always("breaking", "There is nothing to pass any more, and the options move forward."),
  "body-required": always("breaking", "Calls without it do not compile."),
  "body-optional": always("addition", "Calls with it stay as they are."),
  "body-renamed": always("fix", "An argument has no name where a method is called."),
  "content-type-changed": always("fix", "The run-time encodes the body."),
  "argument-changed": always("breaking", "What is passed today may not fit."),
  "argument-widened": always("addition", "All that is passed today still fits."),

  // Members of the options object.
  "option-added": always("addition", "It may be left out."),
  "required-option-added": always("breaking", "Calls without it do not compile."),
  "option-removed": always("breaking", "Calls with it do not compile."),
  "option-renamed": always("breaking", "Calls under the old name do not compile."),
  "option-required": always("breaking", "Calls without it do not compile."),
  "option-optional": always("addition", "Calls with it stay as they are."),
  "option-moved": always("fix", "Query, header or cookie: the run-time puts it where it belongs."),

  // What comes back.
  "result-changed": always("breaking", "Code that reads the old result may not compile."),
  "result-narrowed": always("addition", "The new result is all that the old one was."),
  "error-added": always("addition", "Its body was unknown before; now it has a type."),
  "error-removed": always("breaking", "Code that reads its body by this status does not compile."),
  "error-changed": always("breaking", "Code that reads its body may not compile."),
  "error-narrowed": always("addition", "The new body is all that the old one was."),
  "header-added": always("addition", "It need not be read."),
  "header-removed": always("breaking", "Code that reads it does not compile."),
  "header-changed": always("breaking", "Code that reads it may not compile."),
  "rql-added": always("breaking", "The query becomes an argument, and the options move behind it."),
  "rql-removed": always("breaking", "There is no query to pass any more, and the options move forward."),
  "rql-resource-changed": always("breaking", "Queries name the properties of another type."),
  "rql-typing-changed": always("breaking", "Items of queries with `implementing` are of another type."),
  "paging-added": always("breaking", "The result becomes a list that is iterated, where it was a promise."),
  "paging-removed": always("breaking", "The result becomes a promise, where it was a list that is iterated."),
  "page-size-changed": always("fix", "The same items come, in other portions."),
  "iteration-added": always("addition", "Awaited, the call gives what it gave."),
  "iteration-removed": always("breaking", "Loops over the call do not compile."),
  "iteration-changed": always("breaking", "Loops over the call get other items."),

  // What the platform sends by itself.
  "webhook-added": always("addition", "Nobody handles it yet."),
  "webhook-removed": always("breaking", "Code that names its key or its payload does not compile."),
  "payload-renamed": always("breaking", "Imports of the type under the old name do not compile."),

  // Types.
  "type-added": always("addition", "Nobody imports it yet."),
  "type-removed": always("breaking", "Imports of it do not compile."),
  "type-renamed": always("breaking", "Imports under the old name do not compile."),
  "type-id-added": always(
    "breaking",
    "Items that it names were open: properties the type does not have do not compile.",
  ),
  "type-id-removed": always("breaking", "Items that it names are open again: what their properties are is not known."),
  "type-changed": always("breaking", "Neither all old values are new ones, nor all new values old ones."),
  "type-widened": {
    sent: "addition",
    received: "breaking",
    because: "Who writes has more choice; who reads has a case more to deal with.",
  },
  "type-narrowed": {
    sent: "breaking",
    received: "addition",
    because: "Who writes has less choice; who reads has a case less to deal with.",
  },
  "null-allowed": {
    sent: "addition",
    received: "breaking",
    because: "Who writes may say so; who reads has to ask for it.",
  },
  "null-refused": {
    sent: "breaking",
    received: "addition",
    because: "Who writes may have said so; who reads need not ask any more.",
  },
  "limit-tightened": {
    sent: "breaking",
    received: "fix",
    because: "A request over the limit is refused before it is sent; an answer is as it is.",
  },
  "limit-loosened": always("fix", "What passed still passes."),

  // Fields.
  "field-added": always("addition", "It may be left out, and need not be read."),
  "required-field-added": {
    sent: "breaking",
    received: "addition",
    because: "Requests without it do not compile; an answer has one field more to read.",
  },
  "field-removed": always("breaking", "Code that names the field does not compile."),
  "field-required": {
    sent: "breaking",
    received: "addition",
    because: "Requests without it do not compile; in an answer it can be relied upon.",
  },
  "field-optional": {
    sent: "addition",
    received: "breaking",
    because: "A request may leave it out; in an answer its absence has to be dealt with.",
  },
  "further-fields-allowed": always("addition", "Names that are not listed compile as well."),
  "further-fields-refused": always("breaking", "Names that are not listed do not compile any more."),

  // Enums. An open one lets every value pass, in the types and at run time; its list is a help for editors.
  "enum-value-added": always("addition", "An unknown value passed before; now it has a name."),
  "enum-value-removed": always("fix", "The value still passes; it is only not suggested any more."),
  "closed-value-added": {
    sent: "addition",
    received: "breaking",
    because: "Who writes has more choice; a `switch` over all values has a case too few.",
  },
  "closed-value-removed": {
    sent: "breaking",
    received: "addition",
    because: "Who writes the value does not compile; who reads has a case less to deal with.",
  },
  "member-added": {
    sent: "addition",
    received: "addition",
    because: "A member unknown to the client passed before, so that readers had to expect it.",
  },
  "member-removed": always("breaking", "Code that writes the member, or asks for it, does not compile."),

  // Words.
  deprecated: always("addition", "It works as before; editors strike it through. SemVer 7 asks for a minor version."),
  "no-longer-deprecated": always("fix", "It works as before."),
  "docs-changed": always("fix", "Only the text for readers is another."),
} as const satisfies Readonly<Record<string, Rule>>;

/** Kind of change: a name in the table of rules, such as `method-removed`. */
export type ChangeKind = keyof typeof rules;

const order: readonly Severity[] = ["breaking", "addition", "fix"];

/** Highest severity over the directions of a value. A value with no direction counts as sent and received. */
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
