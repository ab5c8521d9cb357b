import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { expect, test } from "vitest";
import { compilers, project, root, typeErrors, writeFiles } from "../support/generated.js";

/** Code of a user of the golden client of the same name; `wrong` ends with what must not compile. */
const use = `import type { List } from "apsdirect/runtime";
import type { Implementing, Installation, MuseumApi, Painting, Sculpture, Thing, TypesById2 } from "./client/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Item<L> = L extends List<infer T> ? T : never;

export function use(api: MuseumApi) {
  const painting = api.things.list((t) => [t.implementing("https://museum.example/types/painting/2"), t.eq("any", 1)]);
  const isPainting: Same<Item<typeof painting>, Painting> = true;
  const work = api.things.listRelated("a", "made-of", (t) => t.implementing(WORK), { language: "en" });
  const isWork: Same<Item<typeof work>, Sculpture | Installation> = true;
  const tool = api.things.list((t) => [t.implementing("https://museum.example/types/tool"), t.select("tool")]);
  const isTool: Same<Item<typeof tool>, Pick<Implementing, "tool">> = true;
  const proto: TypesById2["__proto__"] = { shelf: "a" };
  const open = api.things.list((t) => [t.implementing("https://museum.example/types/unknown/1.0")]);
  const isOpen: Same<Item<typeof open>, Thing> = true;
  const paintings = api.paintings.list((p) => [p.implementing("https://museum.example/types/tool")]);
  const isStillPainting: Same<Item<typeof paintings>, Painting> = true;
  return { isPainting, isWork, isTool, proto, isOpen, isStillPainting };
}

const WORK = "https://museum.example/types/work-of-art-that-takes-room-so-that-several-are-too-long";
`;

const wrong = `
export async function wrong(api: MuseumApi) {
  for await (const item of api.things.list((t) => [t.implementing("https://museum.example/types/painting")])) item.tytle;
}
`;

test.each(compilers)("the items of a list are of the type that implementing names: %s", async (compiler) => {
  const folder = await project();
  await cp(join(root, "test/codegen/golden/resources/client"), join(folder, "client"), { recursive: true });
  await writeFile(join(folder, "use.ts"), use);
  expect(await typeErrors(compiler, folder)).toBe("");
  await writeFile(join(folder, "use.ts"), use + wrong);
  expect(await typeErrors(compiler, folder)).toMatch(
    /use\.ts\(\d+,\d+\): error TS\d+: Property 'tytle' does not exist/,
  );
});

const main = `openapi: VERSION
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    Elsewhere: { $ref: "elsewhere.yaml" }
    Alias: { $ref: "elsewhere.yaml" }
    Beside: { $ref: "#/components/schemas/Plain", x-rql-type: urn:beside }
    Plain: { type: object, x-rql-type: urn:plain/7 }
`;

async function typeIdsOf(text: string): Promise<string> {
  const folder = await project();
  const elsewhere = "x-rql-type: urn:elsewhere/1.0\ntype: object\nproperties: { a: { type: string } }\n";
  await writeFiles(folder, { "doc.yaml": text, "elsewhere.yaml": elsewhere });
  await generate({ document: join(folder, "doc.yaml"), out: join(folder, "client") });
  return readFile(join(folder, "client/type-ids.ts"), "utf8");
}

test("a schema of another file gets its ids under the name of the component that refers to it", async () => {
  const text = await typeIdsOf(main.replace("VERSION", "3.1.0"));
  expect(text.match(/^ {2}(?:"urn:.*|plain.*);$/gm)).toEqual([
    '  "urn:elsewhere/1.0": Alias;',
    '  "urn:elsewhere/1": Alias;',
    '  "urn:elsewhere": Alias;',
    '  "urn:beside": Beside;',
    '  "urn:plain/7": Plain;',
    '  "urn:plain": Plain;',
  ]);
});

test("in OpenAPI 3.0, keywords next to a reference are ignored", async () => {
  expect(await typeIdsOf(main.replace("VERSION", "3.0.3"))).not.toContain("urn:beside");
});

test("a document without type ids has no file for them", async () => {
  const folder = await project();
  await writeFile(join(folder, "doc.yaml"), 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n');
  const { written } = await generate({ document: join(folder, "doc.yaml"), out: join(folder, "client") });
  expect(written.filter((path) => path.includes("type-ids"))).toEqual([]);
});
