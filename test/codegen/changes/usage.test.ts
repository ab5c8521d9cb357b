import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { diff, generate } from "../../../codegen/src/commands/index.js";
import { project, strictFlags, writeFiles } from "../../support/generated.js";
import { shop } from "./shop.js";

/** Code that calls the shop. Each place that a change below touches has the name of the change before it. */
const program = `import type { Account, Order, OrderRequest } from "./client/index.js";
import { ShopApi } from "./client/index.js";

export async function order(sdk: ShopApi): Promise<string> {
  const request: OrderRequest = /*planId*/{ type: /*RENEWAL*/"RENEWAL", /*note*/note: "soon" };
  const placed = await sdk.orders./*create*/create(request, { /*includeTaxes*/includeTaxes: true });
  await sdk.orders./*create*/create(/*planId*/{ type: "SALES" });
  if (request.type === /*RENEWAL*/"RENEWAL") request./*note*/note = "RENEWAL";
  return placed.orderId;
}

export function where({ address }: Account): string {
  return address?./*city*/city ?? "";
}

export const note = "RENEWAL";
export const create = (other: { create(): void }): void => other.create();
export type Total = Order["total"];
`;

const touched = [
  { name: "create", kind: "method-renamed", from: "x-sdk-name: orders.create", to: "x-sdk-name: orders.place" },
  { name: "includeTaxes", kind: "option-removed", from: "{ name: includeTaxes,", to: "{ name: withTaxes," },
  { name: "note", kind: "field-removed", from: "        note: { type: string, maxLength: 100 }\n", to: "" },
  { name: "city", kind: "type-changed", from: "city: { type: string }", to: "city: { type: integer }" },
  { name: "RENEWAL", kind: "enum-value-removed", from: "enum: [SALES, RENEWAL]", to: "enum: [SALES]" },
  {
    name: "planId",
    kind: "required-field-added",
    from: "required: [type]\n      properties:",
    to: "required: [type, planId]\n      properties:\n        planId: { type: string }",
  },
];

test("each change that may break code names the places in it, and no others", async () => {
  const folder = await project();
  await writeFiles(folder, {
    "old.yaml": shop,
    "program.ts": program,
    "tsconfig.json": JSON.stringify({
      compilerOptions: { ...strictFlags, target: "ES2022", module: "NodeNext", moduleResolution: "NodeNext" },
      include: ["*.ts"],
    }),
  });
  await generate({ document: join(folder, "old.yaml"), out: join(folder, "client") });
  const code = { project: join(folder, "tsconfig.json"), client: join(folder, "client") };
  const changed = touched.reduce((text, { from, to }) => text.replace(from, to), shop);
  await writeFile(join(folder, "new.yaml"), changed);
  const { changes } = await diff({ old: join(folder, "old.yaml"), new: join(folder, "new.yaml"), code });
  const file = relative(process.cwd(), join(folder, "program.ts"));
  for (const { name, kind } of touched) {
    const places = changes.filter((change) => change.kind === kind).flatMap(({ uses = [] }) => uses);
    expect({ name, places }).toEqual({ name, places: marked(name, file) });
  }
  expect(marked("RENEWAL", file)).toHaveLength(2);
});

test("says so where there is no client, or no project", async () => {
  const folder = await project();
  await writeFiles(folder, {
    "old.yaml": shop,
    "new.yaml": shop.replace("orders.create", "orders.place"),
    "tsconfig.json": "{}",
  });
  const documents = { old: join(folder, "old.yaml"), new: join(folder, "new.yaml") };
  const client = join(folder, "client");
  const find = (project: string) => diff({ ...documents, code: { project: join(folder, project), client } });
  await expect(find("tsconfig.json")).rejects.toThrow(`${client} contains no generated client.`);
  await expect(find("none.json")).rejects.toThrow("as a TypeScript project configuration.");
});

function marked(name: string, file: string) {
  const mark = `/*${name}*/`;
  return program.split("\n").flatMap((text, line) => {
    const before = text.split(mark).slice(0, -1);
    const columns = before.map((_, index) => text.split(mark, index + 1).join(mark).length + mark.length + 1);
    return columns.map((column) => ({ file, line: line + 1, column }));
  });
}
