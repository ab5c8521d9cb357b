import { satisfies } from "semver";
import { describe, expect, test } from "vitest";
import { root } from "../support/generated.js";
import { lockfile } from "../support/lockfile.js";

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

  test("has no package that runs a script at install, except esbuild, which checks its program", async () => {
    const packages = [...(await lockfile(root))];
    const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(running).toEqual(["node_modules/esbuild"]);
    // The script downloads only where the program for this system, an optional dependency, is absent.
    const programs = Object.keys(packages.find(([path]) => path === running[0])?.[1].optionalDependencies ?? {});
    expect(programs.length).toBeGreaterThan(20);
    expect(programs.filter((name) => !packages.some(([path]) => path === `node_modules/${name}`))).toEqual([]);
  });

  test("names no address to download from", async () => {
    const addresses = [...(await lockfile(root)).values()].filter(({ resolved }) => resolved?.includes("://"));
    expect(addresses).toEqual([]);
  });
});
