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

  test("names no address to download from", async () => {
    const addresses = [...(await lockfile(root)).values()].filter(({ resolved }) => resolved?.includes("://"));
    expect(addresses).toEqual([]);
  });
});
