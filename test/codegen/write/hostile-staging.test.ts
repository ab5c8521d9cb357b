import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, write } from "../../../codegen/src/write/index.js";
import { contents, files, temporaryFolder } from "./folder.js";

interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A repository whose output folder has a staging folder next to it, as an interrupted run would leave it. */
async function repository(journal: readonly Change[], staged: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const [out, outside] = [join(folder, "out"), join(folder, "outside")];
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n" }));
  await mkdir(outside);
  await writeFile(join(outside, "theirs.txt"), "theirs\n");
  const staging = `${out}.apsdirect-staging`;
  await mkdir(join(staging, "files"), { recursive: true });
  await writeFile(join(staging, "owner-0-0"), "");
  await writeFile(join(staging, "journal.json"), JSON.stringify(journal));
  for (const [path, text] of Object.entries(staged)) await writeFile(join(staging, "files", path), text);
  return { folder, out, outside, staging };
}

const next = { "a.ts": "2\n", "b.ts": "1\n" };

describe("F16: a committed staging folder with a journal is not executed", () => {
  test("F16: what it stages is not moved into the output", async () => {
    const journal = [
      { path: "a.ts", before: hash("1\n"), after: hash("evil\n") },
      { path: "evil.ts", before: null, after: hash("evil\n") },
    ];
    const { folder, out } = await repository(journal, { "a.ts": "evil\n", "evil.ts": "evil\n" });
    expect(await compare(out, files(next))).toMatchObject({ interrupted: true });
    await write(out, files(next));
    expect(await contents(out)).toEqual(next);
    expect((await readdir(folder)).sort()).toEqual(["out", "outside"]);
  });

  test("F16: the output is left as it was where nothing else would change, and --force changes nothing about it", async () => {
    for (const force of [false, true]) {
      const journal = [{ path: "a.ts", before: hash("1\n"), after: hash("evil\n") }];
      const { out } = await repository(journal, { "a.ts": "evil\n" });
      const same = { "a.ts": "1\n", "b.ts": "1\n" };
      expect(await write(out, files(same), { force })).toMatchObject({ written: [], removed: [] });
      expect(await contents(out)).toEqual(same);
    }
  });

  test("F16: a link as the folder of staged files moves nothing in from outside", async () => {
    const { out, outside, staging } = await repository([{ path: "theirs.txt", before: null, after: hash("theirs\n") }]);
    await rm(join(staging, "files"), { recursive: true });
    await symlink(outside, join(staging, "files"));
    await write(out, files(next));
    expect(await contents(out)).toEqual(next);
    expect(await contents(outside)).toEqual({ "theirs.txt": "theirs\n" });
  });

  test.each([
    { given: "not a file", want: "was not written by this generator" },
    { given: hash("theirs\n"), want: "in its way: sub/theirs.txt" },
  ])(
    "F16: a link inside the output is not followed, whatever hash is claimed for it: $given",
    async ({ given, want }) => {
      const { out, outside } = await repository([{ path: "sub/theirs.txt", before: given, after: hash("evil\n") }]);
      await symlink(outside, join(out, "sub"));
      const wanted = files({ ...next, "sub/theirs.txt": "generated\n" });
      await expect(write(out, wanted, { force: true })).rejects.toThrow(want);
      expect(await contents(outside)).toEqual({ "theirs.txt": "theirs\n" });
    },
  );

  test("F16: a link as the draft of the journal is not written through", async () => {
    const { out, outside, staging } = await repository([]);
    await symlink(join(outside, "theirs.txt"), join(staging, "journal.draft"));
    await write(out, files(next));
    expect(await contents(out)).toEqual(next);
    expect(await contents(outside)).toEqual({ "theirs.txt": "theirs\n" });
  });

  test("F16: a link as the journal, or as the staging folder itself, is refused", async () => {
    const linked = await repository([]);
    await rm(join(linked.staging, "journal.json"));
    await symlink("/dev/zero", join(linked.staging, "journal.json"));
    await expect(write(linked.out, files(next))).rejects.toThrow("was not written by this generator");
    const { out, outside, staging } = await repository([]);
    await rm(staging, { recursive: true });
    await writeFile(join(outside, "owner-0-0"), "");
    await symlink(outside, staging);
    await expect(write(out, files(next))).rejects.toThrow("is a link or a file, not a staging folder");
    expect(await contents(outside)).toEqual({ "owner-0-0": "", "theirs.txt": "theirs\n" });
  });

  test("F16: a file of the user's that the journal names is removed only if its contents are the claimed ones", async () => {
    const { out } = await repository([{ path: "mine.ts", before: null, after: hash("other\n") }]);
    await writeFile(join(out, "mine.ts"), "mine\n");
    await expect(write(out, files(next))).rejects.toThrow(
      "An earlier run was interrupted, and its output cannot be completed yet.\nGenerated, then edited by hand: mine.ts.",
    );
    expect(await readFile(join(out, "mine.ts"), "utf8")).toBe("mine\n");
  });
});

describe("an interrupted run", () => {
  test("is completed by the next, which writes another version, without force", async () => {
    const journal = [
      { path: "b.ts", before: hash("1\n"), after: null },
      { path: "a.ts", before: hash("1\n"), after: hash("3\n") },
      { path: "new.ts", before: null, after: hash("3\n") },
    ];
    const { folder, out } = await repository(journal);
    await rm(join(out, "b.ts")); // it had removed and moved these before it died
    await writeFile(join(out, "a.ts"), "3\n");
    await writeFile(join(out, "new.ts"), "3\n");
    expect(await write(out, files(next))).toMatchObject({ removed: ["new.ts"] });
    expect(await contents(out)).toEqual(next);
    expect((await readdir(folder)).sort()).toEqual(["out", "outside"]);
  });
});
