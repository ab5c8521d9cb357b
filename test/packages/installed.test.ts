import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lockfile } from "../support/lockfile.js";
import { npm } from "../support/npm.js";
import { installedPackages } from "./install.js";

describe("the package apsdirect, packed and installed in an empty project", () => {
  const installed = installedPackages({ folders: ["sdk"] });

  /** Runs a program in the project, and gives what it prints. */
  async function printed(script: string): Promise<string> {
    await writeFile(join(installed.folder, "use.mjs"), script);
    return execFileSync(process.execPath, ["use.mjs"], { cwd: installed.folder, encoding: "utf8" });
  }

  test("brings ky, oauth-sign and zod, runs nothing at install, and works", async () => {
    const packages = [...(await lockfile(installed.folder))].filter(([path]) => path !== "");
    expect(packages.map(([path]) => path).sort()).toEqual(
      ["apsdirect", "ky", "oauth-sign", "zod"].map((name) => `node_modules/${name}`),
    );
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    const script = 'import { rql } from "apsdirect";\nconsole.log(String(rql.eq("a", "b (c)")));\n';
    expect(await printed(script)).toBe("eq(a,b%20%28c%29)\n");
  });

  test("has a command that runs", async () => {
    const help = npm(["exec", "--offline", "--", "apsdirect", "explain", "--help"], installed.folder);
    expect(help).toContain("apsdirect explain");
    const command = join(installed.folder, "node_modules/apsdirect/bin/apsdirect.js");
    expect((await readFile(command, "utf8")).startsWith("#!/usr/bin/env node\n")).toBe(true);
  });

  test("reads events from JSON as it is, and from XML once saxes is there; before, it says so", async () => {
    const script = `import { parseEvent } from "apsdirect/appdirect";
      const bodies = ['{"type":"MOON"}', "<event><type>MOON</type></event>"];
      const said = bodies.map((body) => parseEvent(body).then(({ type }) => type, ({ code, message }) => [code, message]));
      console.log(JSON.stringify(await Promise.all(said)));`;
    expect(JSON.parse(await printed(script))).toEqual([
      "MOON",
      ["EVENT_NOT_READABLE", expect.stringContaining("npm install saxes")],
    ]);
    npm(["install", "--no-audit", "--no-fund", "--prefer-offline", "saxes@6"], installed.folder);
    expect(JSON.parse(await printed(script))).toEqual(["MOON", "MOON"]);
  });
});
