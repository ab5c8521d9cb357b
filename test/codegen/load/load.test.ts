import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { load } from "../../../codegen/src/load/index.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "apsdirect-load-"));
});
afterAll(() => rm(folder, { recursive: true }));

const document = 'openapi: "3.1.0"\ntitle: Pr\u00fcfung\n';

test.each([
  { given: "UTF-8", bytes: Buffer.from(document) },
  { given: "a byte order mark", bytes: Buffer.from(`\ufeff${document}`) },
  { given: "CRLF behind a byte order mark", bytes: Buffer.from(`\ufeff${document.replaceAll("\n", "\r\n")}`) },
])("reads $given", async ({ bytes }) => {
  const path = join(folder, "good.yaml");
  await writeFile(path, bytes);
  const loaded = await load(path);
  expect(loaded.root["title"]).toBe("Pr\u00fcfung");
  expect(loaded.locate(["openapi"])).toEqual({ file: path, line: 1, column: 1 });
  expect(loaded.name).toBe("good.yaml");
});

test.each([
  {
    given: "UTF-16, little end first",
    bytes: Buffer.from(`\ufeff${document}`, "utf16le"),
    want: "1:1: The file is encoded as UTF-16.",
  },
  {
    given: "UTF-16 without a mark",
    bytes: Buffer.from(document, "utf16le"),
    want: "1:1: The file is encoded as UTF-16.",
  },
  {
    given: "UTF-16, big end first",
    bytes: Buffer.from(`\ufeff${document}`, "utf16le").swap16(),
    want: "1:1: The file is encoded as UTF-16.",
  },
  { given: "Latin-1", bytes: Buffer.from(document, "latin1"), want: "2:10: Invalid UTF-8." },
  {
    given: "half a character at the end",
    bytes: Buffer.from("a: \u20ac").subarray(0, -1),
    want: "1:4: Invalid UTF-8.",
  },
])("refuses $given", async ({ bytes, want }) => {
  const path = join(folder, "bad.yaml");
  await writeFile(path, bytes);
  await expect(load(path)).rejects.toMatchObject({
    code: "SPEC_INVALID",
    message: expect.stringContaining(`bad.yaml:${want}`),
  });
});

test("says that a file is missing, or is a folder, or a loop of links", async () => {
  await mkdir(join(folder, "sub"));
  await symlink("loop.yaml", join(folder, "loop.yaml"));
  await expect(load(join(folder, "none.yaml"))).rejects.toThrow("none.yaml:1:1: File not found.");
  await expect(load(join(folder, "sub"))).rejects.toThrow("sub:1:1: This is a folder, not a document.");
  await expect(load(join(folder, "loop.yaml"))).rejects.toThrow(
    "loop.yaml:1:1: The path contains a loop of symbolic links.",
  );
});

test("refuses a file above the limit before it reads it", async () => {
  const path = join(folder, "huge.yaml");
  await writeFile(path, "");
  await truncate(path, 64 * 1024 * 1024 + 1);
  await expect(load(path)).rejects.toThrow(
    "huge.yaml:1:1: The file has 67108865 bytes; the limit (maximumBytes) is 67108864.",
  );
});

test("refuses a file of more values than memory is meant for", async () => {
  const path = join(folder, "many.yaml");
  await writeFile(path, `a: [${"1,".repeat(5_000_000)}]`);
  await expect(load(path)).rejects.toThrow(
    "many.yaml:1:1: The file has too many values; the limit (maximumValues) is 5000000.",
  );
});
