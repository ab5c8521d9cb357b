import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { project, writeFiles } from "../support/generated.js";

/** The code of a bundle of one module. */
async function bundled(code: string, external: string[] = []): Promise<string> {
  const folder = await project();
  await writeFiles(folder, { "main.js": code });
  const bundle = await rolldown({ input: join(folder, "main.js"), external, platform: "node", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm" });
  return output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("");
}

test.each(["apsdirect/oauth1", "apsdirect"])("what does not explain signatures does not carry it: %s", async (path) => {
  const explains = "scheme_differs";
  expect(await bundled(`export { explainSignature } from "${path}";`)).toContain(explains);
  const signs = await bundled(`export { oauth1Signer, verifyRequest } from "${path}";`);
  expect(signs).toContain("oauth_signature_method");
  expect(signs).not.toContain(explains);
});

test("what reads XML stays outside of a bundle that leaves it out, and is asked for only when XML comes", async () => {
  const code = await bundled('export { parseEvent } from "apsdirect/appdirect";', ["saxes"]);
  expect(code).toMatch(/await import\("saxes"\)/);
  expect(code).not.toMatch(/from "saxes"|class SaxesParser/);
});
