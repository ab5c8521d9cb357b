import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./generated.js";
import { npm } from "./npm.js";

/** A package as npm would publish it. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** The path of the archive. */
  readonly archive: string;
  /** In bytes, as an archive. */
  readonly size: number;
  /** In bytes, once it is installed. */
  readonly unpackedSize: number;
  /** Paths within the package. */
  readonly paths: readonly string[];
}

/** The folders of the packages that are published. */
export const published = ["spec", "codegen", "sdk", "test/sandbox"] as const;

/** The manifests of the packages that are published. */
export function manifests(): Promise<readonly Record<string, unknown>[]> {
  return Promise.all(
    published.map(async (folder) => JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"))),
  );
}

/** Packs packages of this repository into a folder. */
export function pack(folder: string, workspaces: readonly string[] = published): readonly Packed[] {
  const chosen = workspaces.flatMap((workspace) => ["--workspace", workspace]);
  const packed: readonly PackedByNpm[] = JSON.parse(
    npm(["pack", "--json", "--pack-destination", folder, ...chosen], root),
  );
  return packed.map(({ name, version, filename, size, unpackedSize, files }) => {
    return { name, version, archive: join(folder, filename), size, unpackedSize, paths: files.map(({ path }) => path) };
  });
}

interface PackedByNpm extends Omit<Packed, "archive" | "paths"> {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
