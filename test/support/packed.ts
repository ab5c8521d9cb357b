import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pack as packPackages } from "../../scripts/release/pack.mjs";
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
  return packPackages(root, workspaces, folder, npm).map(({ filename, files, ...archive }) => {
    return { ...archive, archive: join(folder, filename), paths: files.map(({ path }) => path) };
  });
}
