import { execFileSync } from "node:child_process";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../write/folder.js";
import { buildCodegen } from "./built-codegen.js";
import { type Outcome, runCommand } from "./command.js";

let codegen: string;
beforeAll(async () => {
  codegen = await buildCodegen();
});
afterAll(() => rm(codegen, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
});

/** Runs the command as a process of its own, which a test can outlive. */
function run(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, args);
}

/** Runs the command in this process, with streams that are terminals or not. Paths must be absolute. */
async function runHere(
  args: readonly string[],
  isTTY = false,
): Promise<{ status: number; output: string; json: string }> {
  // Read when the command is loaded. NO_COLOR in the shell of a developer would win.
  process.env["FORCE_COLOR"] = "1";
  delete process.env["NO_COLOR"];
  const { run } = await import("../../../codegen/src/cli/program.js");
  let output = "";
  let json = "";
  const stderr = {
    isTTY,
    write(text: string) {
      output += text;
    },
  };
  const stdout = {
    isTTY,
    write(text: string) {
      output += text;
      json += text;
    },
  };
  return { status: await run(args, { stdout, stderr }), output, json };
}

const document = (schema: string, more = ""): string => `openapi: 3.1.0
info: { title: T, version: "1" }
${more}components:
  schemas:
    A: ${schema}
`;

/** Makes something at a path that is not a regular file. */
const irregular: Readonly<Record<string, (path: string) => unknown>> = {
  FIFO: (path) => execFileSync("mkfifo", [path]),
  device: (path) => symlink("/dev/zero", path),
  folder: (path) => mkdir(path),
  socket: async (path) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    onTestFinished(() => void server.close());
  },
};

describe.skipIf(process.platform === "win32")("F16: only regular files are read, and nothing waits for another", () => {
  test.each(Object.entries(irregular))("F16: a %s as the document", async (kind, make) => {
    await make(join(folder, "api.yaml"));
    for (const args of [
      ["validate", "api.yaml"],
      ["generate", "api.yaml", "--out", "out"],
      ["diff", "api.yaml", "api.yaml"],
    ]) {
      const { status, stderr } = await run(...args);
      expect([status, stderr]).toEqual([1, expect.stringContaining(`api.yaml:1:1: This is a ${kind}, not a`)]);
    }
  });

  test.each(Object.entries(irregular))("F16: a %s that a reference names", async (kind, make) => {
    await make(join(folder, "other.yaml"));
    await writeFile(join(folder, "api.yaml"), document('{ $ref: "other.yaml#/A" }'));
    const { status, stderr } = await run("validate", "api.yaml");
    expect(status).toBe(1);
    // A link out of the document's folder is refused as that.
    expect(stderr).toMatch(kind === "device" ? "outside the document's folder" : `: This is a ${kind}, not a`);
  });

  test("F16: a FIFO as the config file, as package.json and as the manifest of the output", async () => {
    await rm(join(folder, "package.json"));
    await writeFile(join(folder, "api.yaml"), document("{ type: string }"));
    await mkdir(join(folder, "out"));
    for (const path of ["package.json", "apsdirect.config.json"]) execFileSync("mkfifo", [join(folder, path)]);
    expect((await run("generate")).stderr).toContain("apsdirect.config.json:1:1: This is a FIFO, not a");
    expect((await run("generate", "api.yaml", "--out", "new")).status).toBe(0);
    execFileSync("mkfifo", [join(folder, "out/.apsdirect-codegen.json")]);
    expect((await run("generate", "api.yaml", "--out", "out")).stderr).toContain(
      "is damaged or has an unsupported version",
    );
  });
});

describe("F16: a password in a URL is never printed", () => {
  const secret = "s3cr3t-Qx7";
  const urls = [
    `https://user:${secret}@host.test/a.yaml#/A`,
    `https://${secret}@host.test/a.yaml`,
    `//user:${secret}@host.test/a.yaml`,
    `https:%2F%2Fuser:${secret}@host.test`,
    `https://user:${secret}@${"h".repeat(90)}.test/a.yaml`,
    `https://${"u".repeat(70)}:${secret}@host.test/a.yaml`,
  ];

  test.each(urls)("F16: %s", async (url) => {
    const servers = `servers: [{ url: ${JSON.stringify(`${url} {x}`)} }]\n`;
    await writeFile(join(folder, "api.yaml"), document(`{ $ref: ${JSON.stringify(url)} }`, servers));
    await writeFile(join(folder, "old.yaml"), document("{ type: string }"));
    const json = JSON.stringify({ openapi: "3.1.0", info: {}, components: { schemas: { A: { $ref: url } } } });
    await writeFile(join(folder, "api.json"), json.replaceAll("/", "\\/"));
    const [yaml, old, other] = ["api.yaml", "old.yaml", "api.json"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const args of [
      ["validate", yaml],
      ["validate", yaml, "--json"],
      ["validate", other],
      ["generate", yaml, "--out", join(folder, "out")],
      ["diff", old, yaml],
      ["validate", url],
      ["validate", url, "--json"],
      ["generate", yaml, "--out", join(folder, "out"), url],
    ]) {
      const { status, output } = await runHere(args);
      expect(status).toBeGreaterThan(0);
      expect(output).not.toContain(secret);
    }
    expect((await runHere(["validate", yaml])).output).toMatch(/\*+@/);
  });

  test("F16: in the message of an error, for those who call the functions", async () => {
    const { load, validate } = await import("../../../codegen/src/load/index.js").then(async ({ load }) => ({
      load,
      validate: (await import("../../../codegen/src/validate/index.js")).validate,
    }));
    await writeFile(join(folder, "api.yaml"), document(`{ $ref: ${JSON.stringify(urls[0])} }`));
    const findings = validate(await load(join(folder, "api.yaml")));
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain(secret);
    expect(JSON.stringify(findings)).toContain("https://***@host.test/a.yaml#/A");
  });
});

describe("F16: escape sequences of a document do not reach the terminal", () => {
  // ESC with CSI and OSC, CSI and OSC of C1, a bidirectional override and isolate, a line separator, DEL, CR, BS.
  const hostile = "\u001b[2J\u001b]0;pwned\u0007\u009b31m\u009d0;x\u009c\u202eevil\u2066\u2028\u007f\r\b";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

  test("F16: not from keys, values, tags and references, in text and in JSON", async () => {
    const value = JSON.stringify(hostile);
    const bad = document(
      `{ type: ${value}, ${value}: 1, $ref: ${value} }`,
      `${value}: 1\ntags: [{ name: ${value} }]\n`,
    );
    await writeFile(join(folder, "api.yaml"), bad);
    await writeFile(join(folder, "raw.yaml"), `# ${hostile.replaceAll(/[\r\u2028]/g, "")}\nopenapi: [${hostile}\n`);
    for (const file of [join(folder, "api.yaml"), join(folder, "raw.yaml")]) {
      for (const args of [
        ["validate", file],
        ["validate", file, "--json"],
        ["generate", file, "--out", join(folder, "out")],
      ]) {
        const { status, output, json } = await runHere(args);
        expect(status).toBe(1);
        expect(output).not.toMatch(controls);
        if (args.includes("--json")) expect(JSON.parse(json)).toMatchObject({ ok: false });
      }
    }
  });

  test("F16: not from the names of files, arguments and folders, nor from the names that a change reports", async () => {
    const name = hostile;
    await writeFile(join(folder, `${name}.yaml`), document('{ type: "?" }'));
    await mkdir(join(folder, name));
    for (const args of [
      ["validate", join(folder, `${name}.yaml`)],
      ["validate", join(folder, `${name}.yaml`), "--json"],
      ["validate", join(folder, name)],
      ["validate", join(folder, name, "none.yaml")],
      ["generate", join(folder, `${name}.yaml`), "--out", join(folder, name)],
      [name],
      ["validate", `--${name}`],
    ]) {
      const { status, output } = await runHere(args);
      expect(status).toBeGreaterThan(0);
      expect(output).not.toMatch(controls);
    }
  });

  test("F16: our own colours stay on a terminal, and theirs become visible", async () => {
    const path = join(folder, "api.yaml");
    await writeFile(path, document(`{ $ref: ${JSON.stringify("\u001b[31mred\u001b[8m")} }`));
    const { status, output } = await runHere(["validate", path], true);
    expect(status).toBe(1);
    expect(output).toContain("\\u001b[31mred");
    expect(output).not.toContain("\u0000");
    const sequences = output
      .split("\u001b")
      .slice(1)
      .map((rest) => /^\[\d*[mK]/.exec(rest)?.[0]);
    expect(new Set(sequences)).toEqual(new Set(["[1m", "[22m", "[2m", "[31m", "[39m"]));
  });
});
