import { defineConfig } from "vitest/config";
import { sourceEnvironment, sourceOptions } from "./test/support/sources/index.js";

/**
 * Tests that need the build and therefore run last: those of the packed packages, and those of the inspector, whose
 * page a browser loads as JavaScript.
 */
const packages = ["test/packages/**/*.test.ts", "test/sandbox-tests/inspector/browser.test.ts"];

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
          exclude: ["**/node_modules/**", "test/fixtures/**", ...packages],
          // Node loads tests and sources itself, as it loads the packages for users.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          execArgv: [...sourceOptions],
          env: sourceEnvironment,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "packages",
          include: packages,
          globalSetup: ["test/packages/set-up.ts"],
          // Hooks install packages, which may take minutes on a busy machine.
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
