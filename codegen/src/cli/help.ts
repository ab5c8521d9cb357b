export const exitStatuses = `
Exit status: 0 done, 1 findings (stale, invalid, breaking), 2 usage.
`;

export const generateHelp = `
Examples:
  $ apsdirect-codegen generate openapi.yaml --out src/generated
  $ apsdirect-codegen generate openapi.yaml --out src/generated --check   # in CI
  $ apsdirect-codegen generate openapi.yaml --out src/generated --watch   # while you edit
  $ apsdirect-codegen generate   # all clients in the config file of this folder

apsdirect.config.json:
  { "clients": [{ "document": "openapi.yaml", "out": "src/generated" }] }

The config can also be code: apsdirect.config.mjs, or .ts if your Node can load it. Only the working folder is searched.
  import { defineConfig } from "@apsdirect/codegen";
  export default defineConfig({ clients: [{ document: "openapi.yaml", out: "src/generated" }] });
`;

export const validateHelp = `
Examples:
  $ apsdirect-codegen validate openapi.yaml
  $ apsdirect-codegen validate openapi.yaml --json | jq '.findings[].message'
`;

export const diffHelp = `
Every change has a severity: breaking (callers must change code), addition (something new to use) or fix (nothing to do).
The most severe change determines whether a release is major, minor or patch.

Examples:
  $ apsdirect-codegen diff openapi.old.yaml openapi.yaml
  $ git show main:openapi.yaml > old.yaml && apsdirect-codegen diff old.yaml openapi.yaml --fail-on breaking   # in CI
  $ apsdirect-codegen diff old.yaml openapi.yaml --project tsconfig.json --client src/generated   # also list affected code
  $ apsdirect-codegen diff old.yaml openapi.yaml --json | jq -r .bump
`;
