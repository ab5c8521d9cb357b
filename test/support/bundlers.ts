import { basename, dirname } from "node:path";
import commonjs from "@rollup/plugin-commonjs";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import webpack from "webpack";

/** Request for a bundle that Node runs. */
export interface BundleRequest {
  /** Path of the program. */
  readonly input: string;
  /** Path of the bundle: `.mjs` for an ES module, `.cjs` for CommonJS. */
  readonly output: string;
  /** Names of packages that the bundle imports where it runs. */
  readonly external: readonly string[];
}

/** Bundlers by name, each set up as its documentation says for a program on Node. */
export const bundlers = {
  esbuild: async ({ input, output, external }) => {
    const format = formatOf(output);
    const common = { bundle: true, platform: "node", logLevel: "error" } as const;
    await build({ ...common, entryPoints: [input], outfile: output, format, external: [...external] });
  },
  rollup: async ({ input, output, external }) => {
    const plugins = [nodeResolve({ exportConditions: ["node"] }), plugin(commonjs)()];
    const bundle = await rollup({ input, external: [...external, /^node:/], plugins, onLog: () => {} });
    await bundle.write({ file: output, format: formatOf(output), inlineDynamicImports: true });
    await bundle.close();
  },
  rolldown: async ({ input, output, external }) => {
    const bundle = await rolldown({ input, platform: "node", external: [...external], logLevel: "silent" });
    await bundle.write({ file: output, format: formatOf(output), codeSplitting: false });
    await bundle.close();
  },
  webpack: ({ input, output, external }) => {
    const isModule = formatOf(output) === "esm";
    const compiler = webpack({
      entry: input,
      context: dirname(input),
      mode: "production",
      target: "node20",
      externals: Object.fromEntries(
        external.map((name) => [name, `${isModule ? "node-commonjs" : "commonjs"} ${name}`]),
      ),
      experiments: { outputModule: isModule },
      output: { path: dirname(output), filename: basename(output), module: isModule, chunkFormat: false },
      optimization: { minimize: false },
    });
    return new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
        else resolve();
      });
    });
  },
} satisfies Record<string, (request: BundleRequest) => Promise<void>>;

function formatOf(path: string): "esm" | "cjs" {
  return path.endsWith(".mjs") ? "esm" : "cjs";
}

/** The plugin is CommonJS with a default export: its types say that it is called, and Node gives an object around it. */
function plugin(module: typeof commonjs): typeof commonjs.default {
  return typeof module === "function" ? (module as unknown as typeof commonjs.default) : module.default;
}
