/** Export condition under which the packages of this repository are their sources. Published packages do not have it. */
export const sourceCondition = "@apsdirect/source";

/** Options of Node with which a process loads the packages of this repository from their sources. */
export const sourceOptions: readonly string[] = [
  `--conditions=${sourceCondition}`,
  `--import=${new URL("register.mjs", import.meta.url).href}`,
];

/** Environment with which a process, and each process that it starts, loads the packages from their sources. */
export const sourceEnvironment = { NODE_OPTIONS: sourceOptions.join(" ") } as const;

/** Environment of a process that runs a built package, as users have it: nothing loads TypeScript. */
export function builtEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return environment;
}
