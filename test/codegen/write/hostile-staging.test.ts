import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, readIntactFiles, write } from "../../../codegen/src/write/index.js";
import { contents, files, temporaryFolder } from "./folder.js";

interface Entry {
  readonly path: string;
  readonly sha256: string;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A repository with a pending manifest and a staging folder next to the output, as an interrupted run leaves them. */
async function repository(pending: readonly Entry[], staged: Readonly<Record<string, string>> = {}) {
  const folder = await temporaryFolder();
  const [out, outside] = [join(folder, "out"), join(folder, "outside")];
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n" }));
  await mkdir(outside);
  await writeFile(join(outside, "theirs.txt"), "theirs\n");
  const listed = ["a.ts", "b.ts"].map((path): Entry => ({ path, sha256: hash("1\n") }));
  const manifest = { formatVersion: 1, pending: true, files: [...listed, ...pending] };
  await writeFile(join(out, ".apsdirect-codegen.json"), JSON.stringify(manifest));
  const staging = `${out}.apsdirect-staging`;
  await mkdir(join(staging, "files"), { recursive: true });
  await writeFile(join(staging, "owner-0-0"), "");
  for (const [path, text] of Object.entries(staged)) await writeFile(join(staging, "files", path), text);
  return { folder, out, outside, staging };
}

const next = { "a.ts": "2\n", "b.ts": "1\n" };

describe("F16: a committed staging folder and a pending manifest are not executed", () => {
  test("F16: what is staged is not moved into the output", async () => {
    const pending = ["a.ts", "evil.ts"].map((path) => ({ path, sha256: hash("evil\n") }));
    const { folder, out } = await repository(pending, { "a.ts": "evil\n", "evil.ts": "evil\n", "b.ts": "evil\n" });
    expect(await compare(out, files(next))).toMatchObject({ interrupted: true });
    await write(out, files(next));
    expect(await contents(out)).toEqual(next);
    expect((await readdir(folder)).sort()).toEqual(["out", "outside"]);
  });

  test("F16: the output stays as it was if nothing else changes, with and without --force", async () => {
    for (const force of [false, true]) {
      const { folder, out } = await repository([{ path: "a.ts", sha256: hash("evil\n") }], { "a.ts": "evil\n" });
      const same = { "a.ts": "1\n", "b.ts": "1\n" };
      expect(await write(out, files(same), { force })).toMatchObject({ written: [], removed: [] });
      expect(await contents(out)).toEqual(same);
      expect(await compare(out, files(same))).toMatchObject({ upToDate: true, interrupted: false });
      expect((await readdir(folder)).sort()).toEqual(["out", "outside"]);
    }
  });

  test.each(["files", "pending", "final"])("F16: nothing is written or moved through a link as %s", async (name) => {
    const { out, outside, staging } = await repository([{ path: "theirs.txt", sha256: hash("theirs\n") }]);
    await rm(join(staging, "files"), { recursive: true });
    await symlink(name === "files" ? outside : join(outside, "theirs.txt"), join(staging, name));
    await write(out, files(next));
    expect(await contents(out)).toEqual(next);
    expect(await contents(outside)).toEqual({ "theirs.txt": "theirs\n" });
  });

  test("F16: a link inside the output is not followed, whatever hash is claimed for it", async () => {
    const { out, outside } = await repository([{ path: "sub/theirs.txt", sha256: hash("theirs\n") }]);
    await symlink(outside, join(out, "sub"));
    const wanted = files({ ...next, "sub/theirs.txt": "generated\n" });
    await expect(write(out, wanted, { force: true })).rejects.toThrow(
      "in the way and were not written by this generator: sub/theirs.txt",
    );
    await write(out, files(next), { force: true });
    expect(await contents(outside)).toEqual({ "theirs.txt": "theirs\n" });
  });

  test("F16: a link as the staging folder itself is refused", async () => {
    const { out, outside, staging } = await repository([]);
    await rm(staging, { recursive: true });
    await writeFile(join(outside, "owner-0-0"), "");
    await symlink(outside, staging);
    await expect(write(out, files(next))).rejects.toThrow("is a link or a file, not a staging folder");
    expect(await contents(outside)).toEqual({ "owner-0-0": "", "theirs.txt": "theirs\n" });
  });

  test("F16: a link as the manifest is refused, and what it leads to is not replaced", async () => {
    const { out, outside } = await repository([]);
    const manifest = join(out, ".apsdirect-codegen.json");
    const text = await readFile(manifest, "utf8");
    await writeFile(join(outside, "theirs.json"), text);
    await rm(manifest);
    await symlink(join(outside, "theirs.json"), manifest);
    await expect(write(out, files(next))).rejects.toThrow(
      "in the way and were not written by this generator: .apsdirect-codegen.json",
    );
    expect(await readFile(join(outside, "theirs.json"), "utf8")).toBe(text);
  });

  test("F16: a file that the manifest claims is removed only if its contents are the claimed ones", async () => {
    const { out } = await repository([{ path: "mine.ts", sha256: hash("other\n") }]);
    await writeFile(join(out, "mine.ts"), "mine\n");
    await expect(write(out, files(next))).rejects.toThrow(
      "The last run was interrupted, and its output cannot be completed yet.\nThese generated files were edited by hand: mine.ts.",
    );
    expect(await readFile(join(out, "mine.ts"), "utf8")).toBe("mine\n");
  });
});

describe("an interrupted run", () => {
  test("is completed by the next, which writes another version, without force", async () => {
    const pending = ["a.ts", "new.ts"].map((path) => ({ path, sha256: hash("3\n") }));
    const { folder, out } = await repository(pending);
    await rm(join(out, "b.ts")); // it had removed and moved these before it died
    await writeFile(join(out, "a.ts"), "3\n");
    await writeFile(join(out, "new.ts"), "3\n");
    expect(await write(out, files(next))).toMatchObject({ removed: ["new.ts"] });
    expect(await contents(out)).toEqual(next);
    expect((await readdir(folder)).sort()).toEqual(["out", "outside"]);
  });

  test("is reported in a clone, which has no staging folder, even if every file is right", async () => {
    const { out, staging } = await repository([]);
    await rm(staging, { recursive: true });
    const same = files({ "a.ts": "1\n", "b.ts": "1\n" });
    expect(await compare(out, same)).toMatchObject({ upToDate: false, interrupted: true });
    expect(await readIntactFiles(out)).toBeUndefined();
  });
});
