/** Bundles to a folder: the public API, the command, and what else is asked for. */
export function bundle(dir: string, furtherInput?: Readonly<Record<string, string>>): Promise<void>;
