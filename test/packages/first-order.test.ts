import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../support/generated.js";
import { describeWith } from "../support/needed.js";
import { pack } from "../support/packed.js";

/*
 * A newcomer has nothing but the README and the packages. What its first section says to type is typed here, as it is
 * printed, in an empty folder, in two terminals.
 */

const readme = await readFile(join(root, "README.md"), "utf8");
const section = /^## Your first order\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? "";
const [setUp = "", program = "", run = ""] = [...section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(
  ([, body]) => body,
);
const fileName = /`([\w-]+\.mjs)`/.exec(section)?.[1] ?? "";

describeWith({ name: "a POSIX shell", isThere: process.platform !== "win32" }, "the README's first order", () => {
  test("is placed by what it says to type, in an empty folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "apsdirect-newcomer-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const archives = pack(folder);

    // What is not published yet is installed from its archives: the only words that are not typed as printed.
    const names = archives.map(({ name }) => name);
    const typed = setUp.replace(/^npm install (.*)$/m, (_, wanted: string) => {
      expect(names).toEqual(expect.arrayContaining(wanted.split(" ")));
      return `npm install ${archives.map(({ archive }) => archive).join(" ")} --no-audit --no-fund --prefer-offline`;
    });
    const sandbox = terminal(typed, folder);
    onTestFinished(async () => {
      const ended = once(sandbox, "exit");
      process.kill(-(sandbox.pid ?? 0), "SIGINT");
      await ended;
    });
    const exports = (await printedBy(sandbox, /Signed, to be run once/)).match(/^ *export .*$/gm) ?? [];
    expect(exports.length).toBeGreaterThan(3);

    await writeFile(join(folder, fileName), program);
    const second = terminal(`${exports.join("\n")}\n${run}`, folder);
    const [output, errors] = await Promise.all([text(second.stdout), text(second.stderr)]);
    expect(errors).toBe("");
    const shown = /^prints\n\n```text\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? "nothing";
    expect(output).toBe(shown);
  });
});

test("the README of the package has the same program", async () => {
  expect(program).toContain("orders.create(");
  expect(await readFile(join(root, "sdk/README.md"), "utf8")).toContain(program);
});

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
