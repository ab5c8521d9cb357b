import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codegenCommand, compilers, filesOf, project, root, typeErrors, writeFiles } from "../../support/generated.js";
import { inertness } from "../../support/inert.js";
import { CLIENT, type Row } from "./document.js";

const LONGEST_MILLISECONDS = 10_000;
const MOST_KIBIBYTES = 300 * 1024;

/** Result of a run of the command. */
interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** CPU time, because other programs share the machine. */
  readonly milliseconds: number;
}

/** Tests that the generator survives each document: it makes a client or rejects the document, and changes nothing else. */
export function testHostileDocuments(rows: readonly Row[]): void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "apsdirect-hostile-"));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("each document becomes a client or is rejected with its position, and nothing else changes", async () => {
    const before = await oldClient(folder);
    const places = rows.map((row, index) => ({
      row,
      place: join(folder, String(index)),
      file: row.file ?? "doc.yaml",
    }));
    for (const { row, place, file } of places) {
      await mkdir(join(place, "api"), { recursive: true });
      await writeFiles(join(place, "api"), { ...row.beside });
      await writeFile(join(place, "api", file), row.text);
      await cp(before, join(place, "api", "out"), { recursive: true });
    }
    const outsides = await Promise.all(places.map(async ({ place }) => withoutClient(await filesOf(place))));
    const outcomes = await runMany(
      folder,
      places.map(({ place, file }) => ({ folder: join(place, "api"), file })),
    );
    for (const [index, { row, place }] of places.entries()) {
      expect.soft(verdict(outcomes[index], row), row.name).toBe(row.want);
      expect.soft(withoutClient(await filesOf(place)), row.name).toEqual(outsides[index]);
      const client = await filesOf(join(place, "api", "out"));
      if (row.want === CLIENT) expect.soft(inertness(client), row.name).toEqual([]);
      else expect.soft(client, row.name).toEqual(await filesOf(before));
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  }, 240_000);

  const alone = rows.filter((row) => row.alone === true);
  if (alone.length > 0) {
    test.each(alone)(
      "by the command itself: $name",
      async (row) => {
        const folder = await project({ linked: false });
        const file = row.file ?? "doc.yaml";
        await writeFile(join(folder, file), row.text);
        const { outcome, kibibytes } = await runAlone(folder, file);
        expect(verdict(outcome, row)).toBe(row.want);
        expect(kibibytes).toBeLessThan(MOST_KIBIBYTES);
      },
      60_000,
    );
  }

  test.each(compilers)(
    "%s accepts all clients under every strict flag",
    async (compiler) => {
      expect(await typeErrors(compiler, folder)).toBe("");
    },
    240_000,
  );
}

/** Result of a run. Returns `want` if it is the expected one. */
function verdict(outcome: Outcome | undefined, { want, file = "doc.yaml" }: Row): string {
  if (outcome === undefined) return "no outcome";
  const { status, stdout, stderr, milliseconds } = outcome;
  const said = stderr.startsWith(`${file}:`) ? stderr.slice(`${file}:`.length) : stderr;
  if (milliseconds > LONGEST_MILLISECONDS) return `no result after ${milliseconds} ms of CPU time`;
  if (/\n\s+at |defect/.test(stderr)) return stderr;
  if (status === 0 && stderr === "" && /^\d+ written, /.test(stdout)) return CLIENT;
  return status === 1 && stdout === "" && said.startsWith(want) ? want : `${status} ${said}`;
}

/** Client from an earlier run, which a rejected document must not change. */
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

/** Runs the command in each folder, all in one child process. */
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

/** Runs the command in its own process and measures its peak memory. */
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
