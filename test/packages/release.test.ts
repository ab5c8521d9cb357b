import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { promisify } from "node:util";
import { inc } from "semver";
import { expect, onTestFinished, test } from "vitest";
import { FOLDERS, obstacles } from "../../scripts/release/packages.mjs";
import { isLongRun } from "../support/counts.js";
import { filesOf, project, root, writeFiles } from "../support/generated.js";
import { npm } from "../support/npm.js";

/** Registry that stores packages, except those in `refused`. */
async function registry() {
  const kept = new Map<string, Record<string, unknown>>();
  const refused = new Set<string>();
  const published: string[] = [];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(request.url?.slice(1).split("?")[0] ?? "");
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.method !== "PUT") {
      const found = kept.get(name);
      return found === undefined ? answer(404, { error: "not_found" }) : answer(200, found);
    }
    const document = (await json(request)) as Record<string, unknown>;
    if (refused.has(name)) return answer(403, { error: "not today" });
    kept.set(name, document);
    published.push(name);
    return answer(201, { ok: true });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, refused, published, manifests: () => [...kept.values()] };
}

test.runIf(isLongRun)("packages are published as users get them; an interrupted release can be completed", async () => {
  const folder = await project({ linked: false });
  const clone = join(folder, "clone");
  expect(spawnSync("git", ["clone", "--quiet", root, clone]).status).toBe(0);
  // npm creates provenance only in CI systems that it knows.
  for (const path of FOLDERS) {
    const manifest = join(clone, path, "package.json");
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace('"provenance": true', '"provenance": false'));
  }
  const { port, refused, published, manifests } = await registry();
  await writeFile(join(folder, ".npmrc"), `//127.0.0.1:${port}/:_authToken=any\n`);
  const environment = {
    ...process.env,
    npm_config_userconfig: join(folder, ".npmrc"),
    CI: "true",
    npm_config_registry: `http://127.0.0.1:${port}/`,
  };
  const script = `
    import { publish } from ${JSON.stringify(join(root, "scripts/release/publish.mjs"))};
    publish(${JSON.stringify(clone)}, process.env);`;
  const release = () =>
    promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, env: environment });

  refused.add("@apsdirect/codegen");
  await expect(release()).rejects.toThrow("Could not publish all packages");
  expect(published.toSorted()).toEqual(["@apsdirect/sandbox", "@apsdirect/spec", "apsdirect"]);
  refused.clear();
  await release();
  expect(published).toHaveLength(4);
  expect(published[3]).toBe("@apsdirect/codegen");
  expect(manifests()).toHaveLength(4);
  expect(manifests().filter((manifest) => JSON.stringify(manifest).includes("@apsdirect/source"))).toEqual([]);
});

test("what is not committed, not versioned, or built nobody knows where is not released", async () => {
  const folder = await project({ linked: false });
  for (const path of FOLDERS) await mkdir(join(folder, path), { recursive: true });
  await mkdir(join(folder, ".changeset"));
  const manifest = { version: "1.0.0", repository: "github:somebody/something" };
  const write = (path: string, content: object) =>
    writeFile(join(folder, path, "package.json"), JSON.stringify(content));
  for (const path of FOLDERS) await write(path, { name: path, ...manifest });
  expect(obstacles(folder, "", false)).toEqual([]);

  expect(obstacles(folder, " M README.md", true)).toEqual([expect.stringContaining(" M README.md")]);
  await writeFile(join(folder, ".changeset/calm-cats-sing.md"), "");
  expect(obstacles(folder, "", true)).toEqual([expect.stringContaining("calm-cats-sing.md")]);
  await writeFile(join(folder, ".changeset/calm-cats-sing.md"), "");
  await write("sdk", { name: "sdk", version: "1.1.0" });
  expect(obstacles(folder, "", false)).toEqual([
    expect.stringContaining("calm-cats-sing.md"),
    expect.stringContaining("1.0.0, 1.1.0"),
    expect.stringContaining('"repository" is missing in the package.json of sdk'),
  ]);
});

test("changes move all packages to the next version together, and their words into the changelog", async () => {
  const folder = await project({ linked: false });
  const clone = join(folder, "clone");
  expect(spawnSync("git", ["clone", "--quiet", root, clone]).status).toBe(0);
  const pending = [...(await filesOf(join(clone, ".changeset"))).keys()].filter((name) => /^[a-z-]+\.md$/.test(name));
  for (const name of pending) await rm(join(clone, ".changeset", name));
  const before = await readFile(join(clone, "CHANGELOG.md"), "utf8");
  const { version: current } = JSON.parse(await readFile(join(clone, "sdk/package.json"), "utf8"));
  const next = inc(current, "minor");
  await writeFiles(clone, {
    ".changeset/calm-cats-sing.md": '---\n"@apsdirect/codegen": patch\n---\n\nFixed: a report\nin two lines.\n',
    ".changeset/wild-dogs-hum.md": '---\n"apsdirect": minor\n---\n\nAdded a method that nobody needs.\n',
  });
  npm(["run", "release:version", "--", clone], root);
  for (const path of FOLDERS) {
    const { version, dependencies = {} } = JSON.parse(await readFile(join(clone, path, "package.json"), "utf8"));
    expect([path, version]).toEqual([path, next]);
    if (path === "test/sandbox") expect(dependencies).toMatchObject({ apsdirect: next, "@apsdirect/spec": next });
  }
  const { packages } = JSON.parse(await readFile(join(clone, "package-lock.json"), "utf8"));
  expect(packages.sdk.version).toBe(next);
  const added = `## ${next}\n\n- Added a method that nobody needs.\n- Fixed: a report\n  in two lines.\n\n`;
  expect(await readFile(join(clone, "CHANGELOG.md"), "utf8")).toBe(
    before.replace(`## ${current}`, `${added}## ${current}`),
  );
  expect([...(await filesOf(join(clone, ".changeset"))).keys()].sort()).toEqual(["README.md", "config.json"]);
});
