import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "@apsdirect/codegen";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ModuleKind, ScriptTarget, ts } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilers, project, root, typeErrors } from "../../support/generated.js";

/** Calls the bus through openapi-fetch: types of `paths.ts`, requests signed and sent by the SDK. */
const program = `
import { nodeFetch } from "apsdirect/node";
import { oauth1Signer } from "apsdirect/oauth1";
import createClient from "openapi-fetch";
import type { paths } from "./client/paths.js";

export interface Platform {
  readonly baseUrl: string;
  readonly credentials: { readonly consumerKey: string; readonly consumerSecret: string };
  readonly certificate: string;
}

export async function run({ baseUrl, credentials, certificate }: Platform) {
  const signer = oauth1Signer(credentials);
  const send = nodeFetch({ ca: certificate });
  const bus = createClient<paths>({ baseUrl, fetch: async (request) => send(await signer.sign(request)) });
  const { data: accounts = [] } = await bus.GET("/aps/2/collections/accounts");
  const id: string = accounts[0]?.aps.id ?? "";
  const one = await bus.GET("/aps/2/resources/{resourceId}", { params: { path: { resourceId: id } } });
  const missing = await bus.GET("/aps/2/resources/{resourceId}", { params: { path: { resourceId: "none" } } });
  return { ids: accounts.map((account) => account.aps.id), id: one.data?.aps.id, missing: missing.response.status };
}
`;

const mistakes = `
import createClient from "openapi-fetch";
import type { paths } from "./client/paths.js";

const bus = createClient<paths>();
// @ts-expect-error a path that the document does not have
void bus.GET("/aps/2/collections/acounts");
// @ts-expect-error a method that the path does not have
void bus.DELETE("/aps/2/collections/accounts");
// @ts-expect-error a path parameter by another name
void bus.GET("/aps/2/resources/{resourceId}", { params: { path: { id: "1" } } });
// @ts-expect-error a body of another type
void bus.POST("/aps/2/resources", { body: 1 });
`;

const reactQuery = `
import createClient from "openapi-fetch";
import createHooks from "openapi-react-query";
import type { paths } from "./client/paths.js";

const bus = createHooks(createClient<paths>());

export function useFirstAccount(): string | undefined {
  const { data } = bus.useQuery("get", "/aps/2/collections/accounts");
  return data?.[0]?.aps.id;
}

// @ts-expect-error a path that the document does not have
export const useNothing = () => bus.useQuery("get", "/aps/2/collections/acounts");
`;

async function clientProject(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await project();
  await generate({ document: join(root, "spec/aps.yaml"), out: join(folder, "client"), paths: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe("paths.ts of the APS bus", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  test("calls the sandbox through openapi-fetch", async () => {
    const folder = await clientProject({ "program.ts": program });
    const { outputText } = ts.transpileModule(program, {
      compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
    });
    await writeFile(join(folder, "program.js"), outputText);
    const { run } = await import(pathToFileURL(join(folder, "program.js")).href);
    const { baseUrl, credentials } = sandbox.aps;
    const result = await run({ baseUrl: String(baseUrl), credentials, certificate: sandbox.certificate });
    expect(result.ids.length).toBeGreaterThan(0);
    expect(result).toEqual({ ids: result.ids, id: result.ids[0], missing: 404 });
  });

  test.each(compilers)("is accepted by openapi-fetch and openapi-react-query under %s", async (compiler) => {
    const folder = await clientProject({
      "program.ts": program,
      "mistakes.ts": mistakes,
      "react-query.ts": reactQuery,
    });
    expect(await typeErrors(compiler, folder, { types: ["node"] })).toBe("");
  });
});
