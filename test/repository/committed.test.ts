import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../support/generated.js";

// Before the tests, the clients were generated anew. Whoever works on a document sees the difference and commits it; on
// a clean checkout there must be none.
test.runIf(process.env["CI"])("the clients that are committed are those that the documents make", () => {
  const { status, stdout } = spawnSync("git", ["diff", "--stat", "HEAD", "--", "sdk/src/generated"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
