import { spawn } from "node:child_process";
import { once } from "node:events";
import { link, lstat, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { compare, readIntactFiles, write } from "../../../codegen/src/write/index.js";
import { contents, files, temporaryFolder } from "./folder.js";

const manifest = ".apsdirect-codegen.json";

test("writes files, then only those that differ, and removes those that are gone together with their folders", async () => {
  const out = join(await temporaryFolder(), "new", "out");
  const first = { "index.ts": "1\n", "orders/orders.ts": "2\n", "users/a/b.ts": "3\n" };
  expect(await write(out, files(first))).toEqual({ written: Object.keys(first), removed: [], unchanged: [] });
  expect(await contents(out)).toEqual(first);

  const second = { "index.ts": "1\n", "orders/orders.ts": "two\n" };
  expect(await write(out, files(second))).toEqual({
    written: ["orders/orders.ts"],
    removed: ["users/a/b.ts"],
    unchanged: ["index.ts"],
  });
  expect(await contents(out)).toEqual(second);
  expect(await readdir(out)).not.toContain("users");
  expect(await readdir(join(out, ".."))).toEqual(["out"]);
});

test("a run that changes nothing touches nothing", async () => {
  const out = join(await temporaryFolder(), "out");
  const texts = { "index.ts": "1\n", "a/b.ts": "2\n" };
  await write(out, files(texts));
  const long = new Date("2001-01-01");
  for (const path of ["index.ts", "a/b.ts", manifest, "a", ".", ".."]) await utimes(join(out, path), long, long);
  expect((await write(out, files(texts))).unchanged).toEqual(["index.ts", "a/b.ts"]);
  for (const path of ["index.ts", "a/b.ts", manifest, "a", ".", ".."]) {
    expect((await stat(join(out, path))).mtime).toEqual(long);
  }
});

test("an unchanged file keeps its time while others are written", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n" }));
  const long = new Date("2001-01-01");
  await utimes(join(out, "a.ts"), long, long);
  await write(out, files({ "a.ts": "1\n", "b.ts": "2\n" }));
  expect((await stat(join(out, "a.ts"))).mtime).toEqual(long);
});

test("the manifest lists hashes in the order of paths and is the same for the same files in any order", async () => {
  const folder = await temporaryFolder();
  const texts = { "b.ts": "b\n", "a/c.ts": "c\n" };
  await write(join(folder, "one"), files(texts));
  await write(join(folder, "two"), [...files(texts)].reverse());
  const text = await readFile(join(folder, "one", manifest), "utf8");
  expect(await readFile(join(folder, "two", manifest), "utf8")).toBe(text);
  const { formatVersion, files: listed } = JSON.parse(text);
  expect(formatVersion).toBe(1);
  expect(listed.map(({ path }: { path: string }) => path)).toEqual(["a/c.ts", "b.ts"]);
  expect(listed[1].sha256).toBe("0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f");
});

test("files that it did not write are never touched", async () => {
  const out = join(await temporaryFolder(), "out");
  await mkdir(join(out, "orders"), { recursive: true });
  await writeFile(join(out, "orders", "mine.ts"), "mine\n");
  await write(out, files({ "orders/orders.ts": "1\n" }));
  await write(out, files({}));
  expect(await contents(out)).toEqual({ "orders/mine.ts": "mine\n" });
});

test.each([{ force: false }, { force: true }])(
  "a foreign file in the way is refused, with force: $force",
  async ({ force }) => {
    const out = join(await temporaryFolder(), "out");
    await write(out, files({ "b.ts": "old\n" }));
    await writeFile(join(out, "a.ts"), "mine\n");
    await mkdir(join(out, "c.ts"));
    const next = files({ "a.ts": "generated\n", "b.ts": "new\n", "c.ts": "new\n" });
    await expect(write(out, next, { force })).rejects.toThrow(
      "These files are in the way and were not written by this generator: a.ts, c.ts.",
    );
    expect(await contents(out)).toEqual({ "a.ts": "mine\n", "b.ts": "old\n" });
    expect(await compare(out, next)).toMatchObject({ upToDate: false, foreign: ["a.ts", "c.ts"], interrupted: false });
  },
);

test("a foreign file where a folder is needed is refused", async () => {
  const out = join(await temporaryFolder(), "out");
  await mkdir(out);
  await writeFile(join(out, "a"), "mine\n");
  await expect(write(out, files({ "a/b/c.ts": "" }))).rejects.toThrow(
    "in the way and were not written by this generator: a/b/c.ts.",
  );
  expect(await contents(out)).toEqual({ a: "mine\n" });
});

test("a mistake of the program is thrown as it is", async () => {
  const out = join(await temporaryFolder(), "out");
  await expect(write(out, [{ path: "a.ts", text: undefined as never }])).rejects.toThrow(TypeError);
});

test("a foreign file that already is what would be written is taken as it is", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, files({ "a.ts": "1\n" }));
  await rm(join(out, manifest));
  expect(await write(out, files({ "a.ts": "1\n" }))).toEqual({ written: [], removed: [], unchanged: ["a.ts"] });
});

test("files edited by hand are refused, all of them named, and lost only by force", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n", "c.ts": "1\n", "d.ts": "1\n" }));
  await writeFile(join(out, "a.ts"), "edited\n");
  await writeFile(join(out, "b.ts"), "edited\n");
  await writeFile(join(out, "d.ts"), "2\n");
  const next = files({ "a.ts": "2\n", "c.ts": "2\n", "d.ts": "2\n" });
  const message = "These generated files were edited by hand: a.ts, b.ts. Run again with --force to overwrite them.";
  await expect(write(out, next)).rejects.toMatchObject({ code: "OUTPUT_REFUSED", message });
  expect(await contents(out)).toEqual({ "a.ts": "edited\n", "b.ts": "edited\n", "c.ts": "1\n", "d.ts": "2\n" });
  expect(await compare(out, next)).toMatchObject({ edited: ["a.ts", "b.ts"], stale: ["b.ts"], unchanged: ["d.ts"] });
  await write(out, next, { force: true });
  expect(await contents(out)).toEqual({ "a.ts": "2\n", "c.ts": "2\n", "d.ts": "2\n" });
});

test("a checkout with CRLF is no edit and no difference", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, files({ "a.ts": "1\n2\n" }));
  for (const path of ["a.ts", manifest]) {
    await writeFile(join(out, path), (await readFile(join(out, path), "utf8")).replaceAll("\n", "\r\n"));
  }
  expect(await compare(out, files({ "a.ts": "1\n2\n" }))).toMatchObject({ upToDate: true });
  expect((await write(out, files({ "a.ts": "3\n" }))).written).toEqual(["a.ts"]);
});

test("compare says what differs and changes nothing, not even a folder", async () => {
  const folder = await temporaryFolder();
  const out = join(folder, "out");
  expect(await compare(out, files({ "a.ts": "1\n" }))).toMatchObject({ upToDate: false, missing: ["a.ts", manifest] });
  expect(await readdir(folder)).toEqual([]);
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n", "c.ts": "1\n" }));
  expect(await compare(out, files({ "a.ts": "1\n", "b.ts": "2\n", "d.ts": "1\n" }))).toEqual({
    upToDate: false,
    interrupted: false,
    missing: ["d.ts"],
    outdated: ["b.ts", manifest],
    unchanged: ["a.ts"],
    stale: ["c.ts"],
    edited: [],
    foreign: [],
  });
});

test("an output folder that is a link is written where it leads", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "real"));
  await symlink("real", join(folder, "out"));
  await write(join(folder, "out"), files({ "a.ts": "1\n" }));
  expect(await contents(join(folder, "real"))).toEqual({ "a.ts": "1\n" });
  expect((await lstat(join(folder, "out"))).isSymbolicLink()).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(["out", "real"]);
});

test.each([{ force: false }, { force: true }])(
  "a link inside the folder leads nothing out of it, with force: $force",
  async ({ force }) => {
    const folder = await temporaryFolder();
    const [out, outside] = [join(folder, "out"), join(folder, "outside")];
    await write(out, files({ "sub/a.ts": "1\n", "sub/b.ts": "1\n", "c.ts": "1\n" }));
    await mkdir(outside);
    await writeFile(join(outside, "a.ts"), "theirs\n");
    await writeFile(join(outside, "b.ts"), "1\n");
    await rm(join(out, "sub"), { recursive: true });
    await symlink(outside, join(out, "sub"));
    await rm(join(out, "c.ts"));
    await symlink(join(outside, "a.ts"), join(out, "c.ts"));
    const next = files({ "sub/a.ts": "2\n", "c.ts": "2\n" });
    await expect(write(out, next, { force })).rejects.toThrow(
      "in the way and were not written by this generator: sub/a.ts, c.ts.",
    );
    await write(out, files({}), { force });
    expect(await contents(outside)).toEqual({ "a.ts": "theirs\n", "b.ts": "1\n" });
  },
);

test("a hard link to a file elsewhere is replaced, not written through", async () => {
  const folder = await temporaryFolder();
  const out = join(folder, "out");
  await write(out, files({ "a.ts": "1\n" }));
  await link(join(out, "a.ts"), join(folder, "copy.ts"));
  await write(out, files({ "a.ts": "2\n" }));
  expect(await readFile(join(folder, "copy.ts"), "utf8")).toBe("1\n");
});

test.each([
  "../a.ts",
  "/a.ts",
  "a/../../b.ts",
  "a\\b.ts",
  "a//b.ts",
  "",
  ".",
  "C:/a.ts",
  "nul.ts",
  "a./b.ts",
  "\u00e4.ts",
  manifest,
])("a file is never written to %j", async (path) => {
  const out = join(await temporaryFolder(), "out");
  await expect(write(out, [{ path, text: "" }])).rejects.toThrow(TypeError);
});

test("two files whose paths differ in case only are refused", async () => {
  const out = join(await temporaryFolder(), "out");
  await expect(write(out, files({ "Order.ts": "", "order.ts": "" }))).rejects.toThrow(
    "Two generated files have the path order.ts",
  );
});

test.each([
  { text: "{", given: "is no JSON" },
  { text: '{"formatVersion":2,"files":[]}', given: "is of a later version" },
  {
    text: `{"formatVersion":1,"files":[{"path":"../../evil.ts","sha256":"${"0".repeat(64)}"}]}`,
    given: "names files outside",
  },
  { text: '{"formatVersion":1,"files":[{"path":"b.ts","sha256":"0"}]}', given: "has something else than a hash" },
  { text: `{"formatVersion":1,"files":[{"sha256":"${"0".repeat(64)}"}]}`, given: "has a hash of nothing" },
  { text: '{"formatVersion":1,"files":[null]}', given: "has an entry that is none" },
  { text: '{"formatVersion":1}', given: "lists nothing" },
])("a manifest that $given is refused", async ({ text }) => {
  const out = join(await temporaryFolder(), "out");
  await mkdir(out);
  await writeFile(join(out, manifest), text);
  await expect(write(out, files({ "a.ts": "" }))).rejects.toThrow("is damaged or has an unsupported version");
  expect(await readdir(out)).toEqual([manifest]);
});

test("a manifest that is a folder is refused", async () => {
  const out = join(await temporaryFolder(), "out");
  await mkdir(join(out, manifest), { recursive: true });
  await expect(write(out, files({ "a.ts": "" }))).rejects.toThrow("is damaged or has an unsupported version");
});

test("files are intact until one is edited or gone", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, files({ "a.ts": "1\n", "b.ts": "1\n" }));
  expect((await readIntactFiles(out))?.paths).toEqual(["a.ts", "b.ts"]);
  await writeFile(join(out, "a.ts"), "2\n");
  expect(await readIntactFiles(out)).toBeUndefined();
  await rm(join(out, "a.ts"));
  expect(await readIntactFiles(out)).toBeUndefined();
});

test("an output that is a file, a dead link or the root is refused", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  await symlink("nowhere", join(folder, "dead"));
  await expect(write(join(folder, "file"), files({ "a.ts": "" }))).rejects.toThrow("is not a folder.");
  await expect(write(join(folder, "file", "out"), files({ "a.ts": "" }))).rejects.toThrow(
    "a part of its path is not a folder.",
  );
  await expect(write(join(folder, "dead"), files({ "a.ts": "" }))).rejects.toThrow("is a broken symbolic link.");
  await expect(write("/", files({ "a.ts": "" }))).rejects.toThrow("has no parent folder");
});

test("a staging folder that is somebody else's is left alone", async () => {
  const out = join(await temporaryFolder(), "out");
  await mkdir(`${out}.apsdirect-staging`);
  await writeFile(`${out}.apsdirect-staging/mine.txt`, "mine\n");
  await expect(write(out, files({ "a.ts": "" }))).rejects.toThrow("was not created by this generator.");
  expect(await contents(`${out}.apsdirect-staging`)).toEqual({ "mine.txt": "mine\n" });
});

test("a staging folder that a dead run has left is removed, even if there is nothing to write", async () => {
  const out = join(await temporaryFolder(), "out");
  const same = files({ "a.ts": "1\n" });
  await write(out, same);
  const left: readonly (readonly string[])[] = [
    [],
    ["owner-999999999-1-0badcafe"],
    ["owner-0-0", "files"],
    // Its number has been given to another process since: to this one.
    [`owner-${process.pid}-1-0badcafe`, "files"],
  ];
  for (const names of left) {
    for (const name of ["", ...names]) await mkdir(join(`${out}.apsdirect-staging`, name));
    expect(await readIntactFiles(out)).toBeUndefined();
    expect(await compare(out, same)).toMatchObject({ upToDate: false, interrupted: true });
    expect(await write(out, same)).toMatchObject({ written: [], unchanged: ["a.ts"] });
    expect(await readdir(join(out, ".."))).toEqual(["out"]);
    expect(await readIntactFiles(out)).toMatchObject({ paths: ["a.ts"] });
  }
});

test.skipIf(process.platform !== "linux")("a run that was killed is dead before its parent has noticed", async () => {
  const out = join(await temporaryFolder(), "out");
  // The shell becomes a second program, which never waits for the child. It must have done so before the child ends.
  const shell = spawn("sh", ["-c", "sleep 2 & echo $!; exec sleep 60"]);
  onTestFinished(() => void shell.kill());
  const pid = Number(String((await once(shell.stdout, "data"))[0]));
  const isZombie = async () => expect(await readFile(`/proc/${pid}/stat`, "latin1")).toContain(") Z ");
  await vi.waitFor(isZombie, { timeout: 30_000 });
  await mkdir(join(`${out}.apsdirect-staging`, `owner-${pid}-${await startOf(pid)}-0badcafe`), { recursive: true });
  await write(out, files({ "a.ts": "1\n" }));
  expect(await readdir(join(out, ".."))).toEqual(["out"]);
});

test("a staging folder that a run holds is left to it, whatever else is in it", async () => {
  const out = join(await temporaryFolder(), "out");
  const staging = `${out}.apsdirect-staging`;
  const owner = `owner-${process.pid}-${await startOf(process.pid)}-0badcafe`;
  await mkdir(staging);
  for (const name of ["owner-0-0", owner, "pending"]) await writeFile(join(staging, name), "");
  const message = `Another run (process ${process.pid}) is writing to this output folder.`;
  await expect(write(out, files({ "a.ts": "1\n" }))).rejects.toThrow(message);
  expect((await readdir(staging)).sort()).toEqual(["owner-0-0", owner, "pending"]);
});

/** When a process started, as the system counts; `0` where it does not tell. */
async function startOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}

test("of two writes at once in one process one refuses", async () => {
  const out = join(await temporaryFolder(), "out");
  const many = (text: string) => files(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}.ts`, text])));
  const results = await Promise.allSettled([write(out, many("1\n")), write(out, many("2\n"))]);
  const failures = results.filter((result) => result.status === "rejected");
  expect(failures.length).toBeLessThanOrEqual(1);
  for (const { reason } of failures) expect(String(reason)).toContain("Another run");
  expect(new Set(Object.values(await contents(out))).size).toBe(1);
});
