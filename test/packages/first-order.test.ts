import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { root } from "../support/generated.js";
import { describeWith } from "../support/needed.js";

/*
 * A newcomer has nothing but the README and the packages. What its first section says to type is typed here, as it is
 * printed, in an empty folder, in two terminals.
 */

const readme = await readFile(join(root, "README.md"), "utf8");
const section = /^## Quick start\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? "";
const [setUp = "", program = "", run = ""] = [...section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(
  ([, body]) => body,
);
const fileName = /`([\w-]+\.mjs)`/.exec(section)?.[1] ?? "";

describeWith({ name: "a POSIX shell", isThere: process.platform !== "win32" }, "in an empty folder", () => {
  let folder: string;
  let sandbox: ReturnType<typeof terminal>;
  let exported: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "apsdirect-newcomer-"));
    const archives = inject("archives");
    // What is not published yet is installed from its archives: the only words that are not typed as printed.
    const typed = setUp.replace(/^npm install (.*)$/m, (_, wanted: string) => {
      expect(archives.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted.split(" ")));
      return `npm install ${archives.map(({ archive }) => archive).join(" ")} --no-audit --no-fund --prefer-offline`;
    });
    sandbox = terminal(typed, folder);
    exported = (await printedBy(sandbox, /^Signed requests/m)).match(/^ *export .*$/gm)?.join("\n") ?? "";
    await writeFile(join(folder, fileName), program);
  });

  afterAll(async () => {
    const ended = once(sandbox, "exit");
    process.kill(-(sandbox.pid ?? 0), "SIGINT");
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  /** What is printed to what is typed in the second terminal. */
  async function typed(line: string): Promise<{ readonly output: string; readonly status: number }> {
    const shell = terminal(`${exported}\n${line}`, folder);
    const closed = once(shell, "close");
    const [output, errors, [status]] = await Promise.all([text(shell.stdout), text(shell.stderr), closed]);
    return { output: output + (status === 0 ? "" : errors), status };
  }

  test("an order is placed by what the README says to type", async () => {
    const shown = /^It prints:\n\n```text\n([\s\S]*?)^```$/m.exec(section)?.[1];
    expect(await typed(run)).toEqual({ output: shown, status: 0 });
  });

  test("every command of README and guides is taken as it is printed", async () => {
    // The order that a reader writes into a file is that of the program.
    const upToTheOrder = program.slice(0, program.indexOf("const { total }"));
    const written = 'import { writeFileSync } from "node:fs";\nwriteFileSync("order.json", JSON.stringify(order));\n';
    await writeFile(join(folder, "write-order.mjs"), upToTheOrder + written);
    await cp(join(root, "spec/aps.yaml"), join(folder, "openapi.yaml"));
    await cp(join(root, "spec/aps.yaml"), join(folder, "old.yaml"));
    expect(await typed("node write-order.mjs")).toMatchObject({ status: 0 });

    const lines = commands.filter((line) => !goesOn(line));
    expect(lines.length).toBeGreaterThan(9);
    for (const line of lines) {
      const { output, status } = await typed(await filledIn(line));
      // 1 is what `explain` says of two signatures that are not the same.
      expect({ line, isTaken: status === 0 || (status === 1 && line.includes("explain")), output }).toEqual({
        line,
        isTaken: true,
        output: expect.stringMatching(/\S/),
      });
    }
  });

  /** In place of what a reader has to give: a signature of their own. */
  async function filledIn(line: string): Promise<string> {
    if (!line.includes("explain")) return line;
    const { output } = await typed("npx apsdirect sign GET 'https://bus.example/aps/2/resources?eq(a,1)'");
    const [, authorization = ""] = /Authorization: (OAuth [^']*)'/.exec(output) ?? [];
    const signature = decodeURIComponent(/oauth_signature="([^"]*)"/.exec(output)?.[1] ?? "");
    return line
      .replace("OAuth …", authorization.replaceAll('"', '\\"'))
      .replace("<their base string, or their signature>", signature);
  }
});

test("the README of the package has the same program", async () => {
  expect(program).toContain("orders.create(");
  expect(await readFile(join(root, "sdk/README.md"), "utf8")).toContain(program);
});

const guides = await Promise.all(
  (await readdir(join(root, "docs")))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`)
    .concat("README.md", "codegen/README.md")
    .map((path) => readFile(join(root, path), "utf8")),
);

/** The lines of all blocks of shell. */
const commands = guides
  .flatMap((guide) => [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, body = ""]) => body))
  .flatMap((body) => body.split("\n"))
  .map((line) => line.replace(/ +# .*$/, ""))
  .filter((line) => /^(?:npx )?apsdirect/.test(line))
  .map((line) => line.replace(/^(?:npx )?/, "npx "));

/** Those are run elsewhere: they end when they are told to. */
function goesOn(line: string): boolean {
  return line.includes("apsdirect-sandbox") || line.includes("--watch");
}

/** A shell of its own, which may run what does not end. */
function terminal(script: string, cwd: string) {
  return spawn("bash", ["-euc", script], { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

/** What a program prints until a line comes. */
async function printedBy({ stdout, stderr }: ReturnType<typeof terminal>, until: RegExp): Promise<string> {
  let printed = "";
  let errors = "";
  stderr.on("data", (chunk) => {
    errors += chunk;
  });
  for await (const chunk of stdout) {
    printed += chunk;
    if (until.test(printed)) return printed;
  }
  throw new Error(`It ended before it said ${until}: ${printed}${errors}`);
}
