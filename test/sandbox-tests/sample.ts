import { readFileSync } from "node:fs";

/** Text of a file below `test/fixtures`. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}

/** A sample of a call to the APS bus: what is sent, what is answered. */
export function apsSample(name: string): { request: { body: unknown }; response: { body: unknown } } {
  return JSON.parse(fixture(`aps-samples/${name}.json`));
}
