/**
 * Bundles the generator with the libraries that it always needs, so that the command opens a few files instead of some
 * hundreds. The TypeScript compiler and openapi-typescript stay packages of their own: they are large, and loaded only
 * when they are needed.
 *
 * Run: node build.mjs, after `tsc --build` has written the declarations.
 */
import { rolldown } from "rolldown";

const bundle = await rolldown({
  cwd: import.meta.dirname,
  platform: "node",
  input: { index: "src/index.ts", cli: "src/cli/program.ts" },
  external: ["ts-morph", "openapi-typescript", "typescript"],
});
await bundle.write({ dir: "dist", format: "esm", chunkFileNames: "[name].js" });
