import { readdirSync, readFileSync } from "node:fs";

/** Text of a file below `test/fixtures`. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}

/** Names of the files in a folder below `test/fixtures`. */
export function fixtures(folder: string): readonly string[] {
  return readdirSync(new URL(`../fixtures/${folder}/`, import.meta.url)).sort();
}

/** A sample of a call to the APS bus: what is sent, what is answered. */
export function apsSample(name: string): { request: { body: unknown }; response: { body: unknown } } {
  return JSON.parse(fixture(`aps-samples/${name}.json`));
}
