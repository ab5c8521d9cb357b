/**
 * Runs the command that the documentation prints for each method, one after the other in this one process, and prints how
 * each ended as JSON. In a shell of its own for each, the start of Node would take most of the time.
 */
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { parse } from "yaml";
import { operationPages } from "../../../scripts/docs/pages.mjs";
import { run } from "../../../sdk/src/cli/program.ts";
import { splitShellWords } from "../../../sdk/src/cli/shell-words.ts";

const endings = [];
for (const platform of ["aps", "appdirect"]) {
  const document = parse(await readFile(new URL(`../../../spec/${platform}.yaml`, import.meta.url), "utf8"));
  const pages = operationPages(document, platform, new Map()).map(([, text]) => text);
  for (const line of pages.flatMap((text) => text.match(/^npx apsdirect call .*$/gm) ?? [])) {
    endings.push({ line, ...(await ending(line)) });
  }
}
process.stdout.write(JSON.stringify(endings));

async function ending(line) {
  // An address that a marketplace gave leads to the one that the client trusts.
  const own = line.replaceAll(/https:\/\/[\w.-]+\.example/g, process.env["APPDIRECT_BASE_URL"]);
  const [, , ...args] = splitShellWords(own);
  let stderr = "";
  const nowhere = { write: () => {} };
  const errors = {
    write: (text) => {
      stderr += text;
    },
  };
  const surroundings = { stdin: Readable.from([]), stdout: nowhere, stderr: errors, env: process.env, now: Date.now };
  return { status: await run(args, surroundings), stderr };
}
