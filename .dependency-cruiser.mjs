/**
 * Imports point in one direction. For the folders of `sdk/src`:
 *
 * cli -> index, oauth1.ts -> diagnose, aps, appdirect -> generated -> runtime -> http -> oauth1 -> errors
 *
 * In addition, `rql` imports only `errors`, and `node` imports no other folder. `oauth1.ts` is the entry of
 * `apsdirect/oauth1`: it exports the folder `oauth1` and `diagnose`, the layer above it. The generator and the SDK do
 * not import each other.
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

/** A layer may import itself and the layers below it, never those above. */
const upward = layers.slice(1).map((layer, index) => ({
  name: `${layer.replace(/\W/g, "-")}-imports-no-layer-above`,
  severity: "error",
  from: { path: `^sdk/src/${layer}(/|$)` },
  to: { path: layers.slice(0, index + 1).map((above) => `^sdk/src/${above}(/|$)`) },
}));

/** Folders of the repository that each side folder may import. */
const sideways = [
  { name: "rql-imports-only-errors", from: "^sdk/src/rql/", allowed: ["^sdk/src/rql/", "^sdk/src/errors/"] },
  { name: "node-imports-no-other-folder", from: "^sdk/src/node/", allowed: ["^sdk/src/node/"] },
  { name: "oauth1-imports-only-errors", from: "^sdk/src/oauth1/", allowed: ["^sdk/src/oauth1/", "^sdk/src/errors/"] },
  {
    name: "diagnose-imports-only-oauth1-and-errors",
    from: "^sdk/src/diagnose/",
    allowed: ["^sdk/src/(diagnose|oauth1)/", "^sdk/src/errors/"],
  },
].map(({ name, from, allowed }) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(sdk|codegen|test|examples|spec)/", pathNot: allowed },
}));

/** Steps of the generator. Each step may import the steps before it. */
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
  name: `codegen-${step}-imports-no-later-step`,
  severity: "error",
  from: { path: `^codegen/src/${step}(/|$)` },
  to: { path: steps.slice(index + 1).map((next) => `^codegen/src/${next}(/|$)`) },
}));

/**
 * Code outside a folder of the generator imports only the folder's index. Exceptions: `code/`, which has no index;
 * error classes, so that the command line recognizes a failure without loading the step that failed; and the names of
 * generated declarations, which are read without loading the emitters.
 */
const behindIndex = {
  name: "codegen-folders-are-imported-by-index",
  severity: "error",
  from: { path: "^codegen/src/([^/]+)" },
  to: {
    path: "^codegen/src/[^/]+/",
    pathNot: ["^codegen/src/$1/", "^codegen/src/[^/]+/index.ts$", "-error.ts$", "^codegen/src/emit/declarations.ts$"],
  },
};

/**
 * Code outside a folder of the SDK imports only the folder's index. Exceptions are leaves that contain only types, so
 * that a type needs no import chain, and generated schemas: through the index, a program that parses an event would
 * contain all of them.
 */
const leaves = [
  "generated/[^/]+/(types|schemas|shapes).ts",
  "http/(fetch|safety).ts",
  "runtime/request/call-options.ts",
  "runtime/schema/shape.ts",
  "errors/error-details.ts",
];
const behindIndexOfSdk = [
  { name: "sdk-folders-are-imported-by-index", from: "^sdk/src/([^/]+)", inside: ["^sdk/src/$1/"] },
  {
    name: "sdk-subfolders-are-imported-by-index",
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
      name: "no-import-cycles",
      severity: "error",
      from: { path: "^(codegen|sdk|test/sandbox)/src/", pathNot: "^sdk/src/generated/" },
      to: { circular: true },
    },
    {
      name: "codegen-imports-no-other-package",
      severity: "error",
      from: { path: "^codegen/" },
      to: { path: "^(sdk|spec|test|examples)/" },
    },
    {
      name: "sdk-imports-no-other-package",
      severity: "error",
      from: { path: "^sdk/" },
      to: { path: "^(codegen|spec|test|examples)/" },
    },
    {
      name: "generated-imports-only-the-runtime",
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
