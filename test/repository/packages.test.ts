import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { satisfies } from "semver";
import { describe, expect, test } from "vitest";
import { compilers, filesOf, project, root, typeErrors } from "../support/generated.js";
import { install, npm } from "../support/installed.js";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}

async function lockfile(folder: string): Promise<ReadonlyMap<string, LockedPackage>> {
  const { packages } = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8"));
  return new Map(Object.entries(packages as Record<string, LockedPackage>));
}

describe("the lockfile", () => {
  test("has no direct dependency that refuses Node 20.19", async () => {
    const packages = await lockfile(root);
    const own = [...packages].filter(([path]) => !path.includes("node_modules/"));
    const direct = own.flatMap(([, { dependencies, devDependencies }]) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    );
    const refusing = [...new Set(direct)].filter((name) => {
      const range = packages.get(`node_modules/${name}`)?.engines?.node;
      return range !== undefined && !satisfies("20.19.0", range);
    });
    expect(direct.length).toBeGreaterThan(15);
    expect(refusing).toEqual([]);
  });

  test("names no address to download from", async () => {
    const addresses = [...(await lockfile(root)).values()].filter(({ resolved }) => resolved?.includes("://"));
    expect(addresses).toEqual([]);
  });
});

describe("the package apsdirect, packed and installed in a fresh project", async () => {
  test("brings ky, oauth-sign and zod, runs nothing at install, and works", async () => {
    const folder = await freshProject();
    const packages = [...(await lockfile(folder))].filter(([path]) => path !== "");
    expect(packages.map(([path]) => path).sort()).toEqual(
      ["apsdirect", "ky", "oauth-sign", "zod"].map((name) => `node_modules/${name}`),
    );
    expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    await writeFile(
      join(folder, "use.mjs"),
      'import { rql } from "apsdirect";\nconsole.log(String(rql.eq("a", "b (c)")));\n',
    );
    expect(execFileSync(process.execPath, ["use.mjs"], { cwd: folder, encoding: "utf8" })).toBe("eq(a,b%20%28c%29)\n");
  });

  test("reads events from JSON as it is, and from XML once saxes is there; before, it says so", async () => {
    const folder = await freshProject();
    const script = `import { parseEvent } from "apsdirect/appdirect";
      const bodies = ['{"type":"MOON"}', "<event><type>MOON</type></event>"];
      const said = bodies.map((body) => parseEvent(body).then(({ type }) => type, ({ code, message }) => [code, message]));
      console.log(JSON.stringify(await Promise.all(said)));`;
    await writeFile(join(folder, "use.mjs"), script);
    const said = (): unknown =>
      JSON.parse(execFileSync(process.execPath, ["use.mjs"], { cwd: folder, encoding: "utf8" }));
    expect(said()).toEqual(["MOON", ["EVENT_NOT_READABLE", expect.stringContaining("npm install saxes")]]);
    npm(["install", "--no-audit", "--no-fund", "--prefer-offline", "saxes@6"], folder);
    expect(said()).toEqual(["MOON", "MOON"]);
  });

  test("has a command that runs, and packs nothing but what runs", async () => {
    const folder = await freshProject();
    const command = join(folder, "node_modules/apsdirect/bin/apsdirect.js");
    expect(npm(["exec", "--offline", "--", "apsdirect", "explain", "--help"], folder)).toContain("apsdirect explain");
    expect((await readFile(command, "utf8")).startsWith("#!/usr/bin/env node\n")).toBe(true);
    const paths = [...(await filesOf(join(folder, "node_modules/apsdirect"))).keys()];
    expect(paths.filter((path) => !/^(?:bin\/apsdirect\.js|dist\/.*|package\.json|README\.md)$/.test(path))).toEqual(
      [],
    );
  });

  test.each(compilers)("has types that need no @types/node: %s", async (compiler) => {
    const folder = await freshProject();
    const imports = ["", "/aps", "/appdirect", "/oauth1", "/rql", "/runtime"].map((path, index) => {
      return `export * as part${index} from "apsdirect${path}";`;
    });
    await writeFile(join(folder, "use.ts"), `${imports.join("\n")}\n`);
    expect(await typeErrors(compiler, folder, { skipLibCheck: false })).toBe("");
  });
});

/** A project in which nothing is installed but the packed SDK. */
async function freshProject(): Promise<string> {
  const folder = await project({ linked: false });
  install(folder, ["sdk"]);
  return folder;
}
