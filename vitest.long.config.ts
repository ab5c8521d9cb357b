import { defineConfig, mergeConfig } from "vitest/config";
import usual from "./vitest.config.js";

/** The same tests with the larger counts required for a release. */
export default mergeConfig(
  usual,
  defineConfig({ test: { env: { APSDIRECT_TEST_LONG: "1" }, testTimeout: 600_000, hookTimeout: 120_000 } }),
);
