import { defineConfig } from "vitest/config";
import { sourceEnvironment, sourceOptions } from "./test/support/sources/index.js";

/** Tests of the packed packages run last: they prove what `npm publish` would send, and need the build. */
const packages = "test/packages/**/*.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/support/setup.ts"],
    reporters: ["default", "./test/support/closing-line.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "sources",
          include: ["test/**/*.test.ts"],
          exclude: ["**/node_modules/**", "test/fixtures/**", packages],
          // Node itself loads tests and sources, as it loads the packages for their users.
          experimental: { viteModuleRunner: false },
          execArgv: [...sourceOptions],
          env: sourceEnvironment,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "packages", include: [packages], sequence: { groupOrder: 1 } } },
    ],
  },
});
