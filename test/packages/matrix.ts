import { isLongRun } from "../support/counts.js";

/** A run-time from the npm registry. */
export interface Runtime {
  readonly name: string;
  /** What npm installs as `name`. */
  readonly source: string;
  /** The program within the package. */
  readonly program: string;
  /** What stands before a script. */
  readonly args: readonly string[];
}

/** For which systems the run-times are installed here. */
export const hasRuntimes = process.platform === "linux" && (process.arch === "x64" || process.arch === "arm64");

/** The oldest Node that the packages allow, the oldest that documents `require()` of modules, each line since, the newest. */
export const nodes: readonly Runtime[] = ["20.19.0", "22.12.0", "22.23.3", "24.21.0", "26.12.1"].map((version) => ({
  name: `node-${version}`,
  source: `npm:node-linux-${process.arch}@${version}`,
  program: "bin/node",
  args: [],
}));

export const bun: Runtime = {
  name: "bun",
  source: `npm:@oven/bun-linux-${process.arch === "arm64" ? "aarch64" : "x64"}@1.4.5`,
  program: "bin/bun",
  args: [],
};

export const deno: Runtime = {
  name: "deno",
  source: `npm:@deno/linux-${process.arch}-glibc@2.9.6`,
  program: "deno",
  args: ["run", "--allow-all", "--node-modules-dir=manual"],
};

/** The releases of TypeScript that the types are tried under. In a usual run the newest, which is the fastest. */
export const compilers: readonly string[] = isLongRun
  ? ["5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3", "7.0.2"]
  : ["7.0.2"];
