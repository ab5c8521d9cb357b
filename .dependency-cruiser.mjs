/**
 * Imports point one way. Over the folders of `sdk/src`:
 *
 * cli -> index, oauth1.ts -> diagnose, aps, appdirect -> generated -> runtime -> http -> oauth1 -> errors
 *
 * with `rql` alone above `errors`, and `node` above nothing. `oauth1.ts` is the entry of `apsdirect/oauth1`: it
 * exports the folder `oauth1` and `diagnose`, the layer above it. The generator and the SDK know each other only through
 * generated text.
 */
const layers = [
  "cli",
  "index.ts",
  "oauth1.ts",
  "(aps|appdirect|diagnose)",
  "generated",
  "runtime",
  "http",
  "oauth1",
  "errors",
];

/** A layer may import itself and what is below it, never what is above. */
const upward = layers.slice(1).map((layer, index) => ({
  name: `${layer.replace(/\W/g, "-")}-looks-up`,
  severity: "error",
  from: { path: `^sdk/src/${layer}(/|$)` },
  to: { path: layers.slice(0, index + 1).map((above) => `^sdk/src/${above}(/|$)`) },
}));

/** What each side folder may import beside itself and packages. */
const sideways = [
  { name: "rql-stands-on-errors-alone", from: "^sdk/src/rql/", allowed: ["^sdk/src/rql/", "^sdk/src/errors/"] },
  { name: "node-stands-alone", from: "^sdk/src/node/", allowed: ["^sdk/src/node/"] },
  { name: "oauth1-knows-no-rql", from: "^sdk/src/oauth1/", allowed: ["^sdk/src/oauth1/", "^sdk/src/errors/"] },
  {
    name: "diagnose-knows-oauth1-alone",
    from: "^sdk/src/diagnose/",
    allowed: ["^sdk/src/(diagnose|oauth1)/", "^sdk/src/errors/"],
  },
].map(({ name, from, allowed }) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(sdk|codegen|test|examples|spec)/", pathNot: allowed },
}));

/** The steps of the generator, each of which knows the ones before it. */
const steps = [
  "json",
  "load",
  "openapi",
  "validate",
  "model",
  "changes",
  "code",
  "emit",
  "usage",
  "write",
  "print",
  "paths",
  "cache",
  "terminal",
  "config",
  "commands",
  "index.ts",
  "watch.ts",
  "cli",
];
const later = steps.slice(0, -1).map((step, index) => ({
  name: `codegen-${step}-knows-a-later-step`,
  severity: "error",
  from: { path: `^codegen/src/${step}(/|$)` },
  to: { path: steps.slice(index + 1).map((next) => `^codegen/src/${next}(/|$)`) },
}));

/**
 * Code outside a folder of the generator imports only the folder's index. Exceptions: `code/`, which has no index; error
 * classes, by which the command line recognises a failure without loading the step that failed; and the names of
 * generated declarations, which are read without loading the emitters.
 */
const behindIndex = {
  name: "codegen-folders-are-entered-by-their-index",
  severity: "error",
  from: { path: "^codegen/src/([^/]+)" },
  to: {
    path: "^codegen/src/[^/]+/",
    pathNot: ["^codegen/src/$1/", "^codegen/src/[^/]+/index.ts$", "-error.ts$", "^codegen/src/emit/declarations.ts$"],
  },
};

/**
 * Code outside a folder of the SDK imports only the folder's index. Exceptions are leaves that hold types alone, so that
 * a type costs a reader no chain of imports, and generated schemas: through the index, a program that parses an event
 * would carry all of them.
 */
const leaves = [
  "generated/[^/]+/(types|schemas|shapes).ts",
  "http/(fetch|safety).ts",
  "runtime/request/call-options.ts",
  "runtime/schema/shape.ts",
  "errors/error-details.ts",
];
const behindIndexOfSdk = [
  { name: "sdk-folders-are-entered-by-their-index", from: "^sdk/src/([^/]+)", inside: ["^sdk/src/$1/"] },
  {
    name: "sdk-subfolders-are-entered-by-their-index",
    from: "^sdk/src/(([^/]+)/[^/]+)/",
    inside: ["^sdk/src/$1/", "^sdk/src/$2/[^/]+$"],
  },
].map(({ name, from, inside }) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "^sdk/src/generated/" },
  to: {
    path: "^sdk/src/.+/",
    pathNot: [...inside, "/index.ts$", ...leaves.map((leaf) => `^sdk/src/${leaf}$`)],
  },
}));

export default {
  forbidden: [
    ...upward,
    ...sideways,
    ...later,
    behindIndex,
    ...behindIndexOfSdk,
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^(codegen|sdk|test/sandbox)/src/", pathNot: "^sdk/src/generated/" },
      to: { circular: true },
    },
    {
      name: "codegen-and-sdk-know-each-other-only-through-text",
      severity: "error",
      from: { path: "^codegen/" },
      to: { path: "^(sdk|spec|test|examples)/" },
    },
    {
      name: "sdk-stands-on-packages-alone",
      severity: "error",
      from: { path: "^sdk/" },
      to: { path: "^(codegen|spec|test|examples)/" },
    },
    {
      name: "generated-knows-only-the-runtime",
      severity: "error",
      from: { path: "^sdk/src/generated/" },
      to: { path: "^sdk/src/", pathNot: ["^sdk/src/generated/", "^sdk/src/runtime/index.ts$"] },
    },
    {
      name: "lessons-import-packages-by-name",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^(codegen|sdk|test)/[^n]*src/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    exclude: { path: "/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "sdk/tsconfig.json" },
  },
};
