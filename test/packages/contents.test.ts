import { readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { filesOf, root } from "../support/generated.js";
import { manifests, type Packed, published } from "../support/packed.js";

/*
 * What npm would publish: nothing but what is of use, within a size that is known, and as every tool expects it. How
 * large a package may be is a decision: raise the figure in the commit that needs it.
 */
const limits: Readonly<Record<string, { readonly packed: number; readonly unpacked: number }>> = {
  apsdirect: { packed: 1_060_000, unpacked: 4_500_000 },
  "@apsdirect/codegen": { packed: 490_000, unpacked: 2_000_000 },
  "@apsdirect/sandbox": { packed: 300_000, unpacked: 1_250_000 },
  "@apsdirect/spec": { packed: 55_000, unpacked: 280_000 },
};

const allowed: Readonly<Record<string, RegExp>> = {
  apsdirect: /^(?:bin\/apsdirect\.js|dist\/.+\.(?:js|d\.ts)(?:\.map)?|src\/.+\.ts)$/,
  "@apsdirect/codegen":
    /^(?:bin\/apsdirect-codegen\.js|dist\/.+\.(?:js|d\.ts)(?:\.map)?|dist\/THIRD-PARTY-NOTICES\.txt|src\/.+\.ts)$/,
  "@apsdirect/sandbox":
    /^(?:bin\/apsdirect-sandbox\.js|dist\/.+\.(?:js|d\.ts)(?:\.map)?|src\/.+\.ts|page\/.+\.(?:html|css|svg)|seed\.example\.json)$/,
  "@apsdirect/spec": /^(?:aps|appdirect)\.yaml$/,
};

/** What no file of a package may hold, whatever it is. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}/,
  "a path of the machine that built it":
    /(?:file:\/\/\/|["'`\s(])(?:\/home\/|\/root\/|\/Users\/|[A-Z]:\\\\Users\\\\)[\w.-]+\//,
  "the name of a registry": /registry\.(?:npmjs|yarnpkg)\./,
  "a merge that was not finished": /^(?:<{7}|>{7}) /m,
};

const packed = inject("archives");
const installation = inject("installation");
const texts = new Map<string, ReadonlyMap<string, string>>();

beforeAll(async () => {
  for (const { name } of packed) texts.set(name, await filesOf(join(installation, "node_modules", name)));
});

describe.each(["@apsdirect/spec", "@apsdirect/codegen", "apsdirect", "@apsdirect/sandbox"])("%s", (name) => {
  const own = (): Packed => packed.find((each) => each.name === name) ?? expect.fail(`${name} is not packed`);
  const files = (): [string, string][] => [...(texts.get(name) ?? [])];

  test("has nothing in it but what is of use, with its licence", () => {
    const always = ["package.json", "README.md", "LICENSE"];
    const others = own().paths.filter((path) => !always.includes(path) && !allowed[name]?.test(path));
    expect(others).toEqual([]);
    expect(own().paths).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
  });

  test("is no larger than it may be, and not much smaller than that", () => {
    const { packed: most = 0, unpacked: mostUnpacked = 0 } = limits[name] ?? {};
    const { size, unpackedSize } = own();
    expect({ size: size <= most, unpackedSize: unpackedSize <= mostUnpacked }).toEqual({
      size: true,
      unpackedSize: true,
    });
    // A limit that is never near proves nothing.
    expect(size).toBeGreaterThan(most * 0.6);
  });

  test.each(Object.entries(forbidden))("holds not %s", (_, pattern) => {
    expect(
      files()
        .filter(([, text]) => pattern.test(text))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test("has maps that lead to files of the package", () => {
    const lost = files()
      .filter(([path]) => path.endsWith(".map"))
      .flatMap(([path, text]) => {
        const { sources, sourcesContent }: SourceMap = JSON.parse(text);
        const paths = sources.map((source) => posix.join(dirname(path), source));
        return sourcesContent === undefined ? paths.filter((source) => !texts.get(name)?.has(source)) : [];
      });
    expect([...new Set(lost)]).toEqual([]);
  });

  test("resolves to what was built, for everyone: the condition for sources is only this repository's", () => {
    expect(texts.get(name)?.get("package.json")).not.toContain("@apsdirect/source");
  });

  test("is clean to publint", async () => {
    const pkgDir = join(installation, "node_modules", name);
    const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
    const advice = messages
      .filter(({ code }) => !left.has(code))
      .map((message) => formatMessage(message, pkg, { color: false }));
    expect(advice).toEqual([]);
  });

  test("is clean to are-the-types-wrong", async () => {
    const archive = await readFile(own().archive);
    const { types, ...analysis } = await checkPackage(createPackageFromTarballData(archive));
    if (types === false) return expect(name).toBe("@apsdirect/spec");
    const problems = "problems" in analysis ? analysis.problems : [];
    // These are packages of modules: what TypeScript says to a file of CommonJS, Node no longer does.
    expect(problems.filter(({ kind }) => kind !== "CJSResolvesToESM" && kind !== "NoResolution")).toEqual([]);
  });
});

test("the manifests agree: one version, one licence, nothing that runs at install, and dependencies that can be had", async () => {
  const licence = await readFile(join(root, "LICENSE"), "utf8");
  const all = await manifests();
  expect(new Set(all.map(({ version }) => version)).size).toBe(1);
  for (const [index, manifest] of all.entries()) {
    expect(manifest).toMatchObject({ license: "MIT", publishConfig: { access: "public", provenance: true } });
    expect(Object.keys(Object(manifest["scripts"])).filter((name) => INSTALL_SCRIPTS.has(name))).toEqual([]);
    const ranges = Object.values(Object(manifest["dependencies"]));
    expect(ranges.filter((range) => !/^[\^~]?\d+\.\d+\.\d+$/.test(String(range)))).toEqual([]);
    expect(await readFile(join(root, published[index] ?? "", "LICENSE"), "utf8")).toBe(licence);
  }
});

const INSTALL_SCRIPTS = new Set(["preinstall", "install", "postinstall", "prepare", "prepublish"]);

/** Advice that is not taken, with the reason. */
const left = new Set<string>([]);

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly string[];
}
