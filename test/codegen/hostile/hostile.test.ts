import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codegenCommand, compilers, filesOf, project, root, typeErrors, writeFiles } from "../../support/generated.js";
import { inertness } from "../../support/inert.js";
import { CLIENT, type Row } from "./document.js";
import { hostileNames } from "./names.js";
import { hostileReferences } from "./references.js";
import { hostileSize } from "./size.js";
import { hostileSyntax } from "./syntax.js";
import { hostileText } from "./text.js";

const subjects: Readonly<Record<string, readonly Row[]>> = {
  text: hostileText,
  names: hostileNames,
  references: hostileReferences,
  syntax: hostileSyntax,
  size: hostileSize,
};

const LONGEST_MILLISECONDS = 10_000;
const MOST_KIBIBYTES = 300 * 1024;

/** How a run ended. */
interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the processor: other programs share the machine. */
  readonly milliseconds: number;
}

test("there are documents for every row of the matrix", () => {
  const rows = Object.values(subjects).flat();
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "apsdirect-hostile-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(subjects))("hostile %s", (subject, rows) => {
  test("makes a client, or is refused at its place, and nothing else happens", async () => {
    const below = join(folder, subject);
    await mkdir(below);
    const before = await oldClient(below);
    const places = rows.map((row, index) => ({ row, place: join(below, String(index)), file: row.file ?? "doc.yaml" }));
    for (const { row, place, file } of places) {
      await mkdir(join(place, "api"), { recursive: true });
      await writeFiles(join(place, "api"), { ...row.beside });
      await writeFile(join(place, "api", file), row.text);
      await cp(before, join(place, "api", "out"), { recursive: true });
    }
    const outsides = await Promise.all(places.map(async ({ place }) => withoutClient(await filesOf(place))));
    const outcomes = await runMany(
      below,
      places.map(({ place, file }) => ({ folder: join(place, "api"), file })),
    );
    for (const [index, { row, place }] of places.entries()) {
      expect.soft(verdict(outcomes[index], row), row.name).toBe(row.want);
      // Nothing but the output has changed, and that only where there is a client.
      expect.soft(withoutClient(await filesOf(place)), row.name).toEqual(outsides[index]);
      const client = await filesOf(join(place, "api", "out"));
      if (row.want === CLIENT) expect.soft(inertness(client), row.name).toEqual([]);
      else expect.soft(client, row.name).toEqual(await filesOf(before));
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  }, 240_000);

  test.each(rows.filter(({ alone }) => alone === true))(
    "by the command itself: $name",
    async (row) => {
      const folder = await project({ linked: false });
      const file = row.file ?? "doc.yaml";
      await writeFile(join(folder, file), row.text);
      const { outcome, kibibytes } = await runAlone(folder, file);
      expect(verdict(outcome, row)).toBe(row.want);
      expect(kibibytes).toBeLessThan(MOST_KIBIBYTES);
    },
    30_000,
  );
});

test.each(compilers)(
  "under every strict flag, %s accepts all that was made of hostile documents",
  async (compiler) => {
    expect(await typeErrors(compiler, folder)).toBe("");
  },
  240_000,
);

/** What a run came to, in the words of `want` where it is that. */
function verdict(outcome: Outcome | undefined, { want, file = "doc.yaml" }: Row): string {
  if (outcome === undefined) return "no outcome";
  const { status, stdout, stderr, milliseconds } = outcome;
  const said = stderr.startsWith(`${file}:`) ? stderr.slice(`${file}:`.length) : stderr;
  if (milliseconds > LONGEST_MILLISECONDS) return `nothing for ${milliseconds} ms of the processor`;
  if (/\n\s+at |defect/.test(stderr)) return stderr;
  if (status === 0 && stderr === "" && /^\d+ written, /.test(stdout)) return CLIENT;
  return status === 1 && stdout === "" && said.startsWith(want) ? want : `${status} ${said}`;
}

/** A client that an earlier run has left, to be left as it is. */
async function oldClient(folder: string): Promise<string> {
  const text = 'openapi: 3.1.0\ninfo: { title: Old, version: "1" }\npaths: { /old: { get: { responses: {} } } }\n';
  await mkdir(join(folder, "old"));
  await writeFile(join(folder, "old", "doc.yaml"), text);
  await runMany(folder, [{ folder: join(folder, "old"), file: "doc.yaml" }]);
  return join(folder, "old", "out");
}

function withoutClient(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].filter(([path]) => !path.startsWith("api/out/"));
}

interface Run {
  readonly folder: string;
  readonly file: string;
}

/** Runs the command in one folder after the other, all in one process of their own. */
async function runMany(folder: string, runs: readonly Run[]): Promise<readonly Outcome[]> {
  const list = join(folder, "runs.json");
  await writeFile(list, JSON.stringify(runs));
  const script = join(import.meta.dirname, "many-runs.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, list], {
    encoding: "utf8",
    cwd: root,
  });
  expect(`${status} ${stderr}`).toBe("0 ");
  return JSON.parse(await readFile(`${list}.outcomes`, "utf8"));
}

/** Runs the command as a user does, and tells how much memory it took at most. */
async function runAlone(
  folder: string,
  file: string,
): Promise<{ readonly outcome: Outcome; readonly kibibytes: number }> {
  const measured = join(folder, "usage.json");
  const hook = `import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(${JSON.stringify(measured)}, JSON.stringify(process.resourceUsage())));`;
  const args = [
    "--import",
    `data:text/javascript,${encodeURIComponent(hook)}`,
    codegenCommand,
    "generate",
    file,
    "--out",
    "out",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder });
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(measured, "utf8"));
  const milliseconds = (userCPUTime + systemCPUTime) / 1000;
  return { outcome: { status, stdout, stderr, milliseconds }, kibibytes: maxRSS };
}
