import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { expect, test } from "vitest";
import { project } from "../../support/generated.js";

test("text of a document that looks like the mark of a piece stays what it is", async () => {
  const mark = "_\u200d0_";
  const folder = await project();
  const schema = { type: "object", description: mark, properties: { [mark]: { const: mark, description: mark } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Marks", version: "1", description: mark },
    paths: {},
    components: { schemas: { Marked: schema } },
  };
  await writeFile(join(folder, "marks.json"), JSON.stringify(document));
  await generate({ document: join(folder, "marks.json"), out: join(folder, "client") });
  expect(await readFile(join(folder, "client/types.ts"), "utf8")).toBe(
    [
      "// Generated from marks.json. To change it, edit the document and generate again.",
      "",
      "/** _\\u200d0_ */",
      "export interface Marked {",
      "  /** _\\u200d0_ */",
      '  "_\\u200d0_"?: "_\\u200d0_";',
      "}",
      "",
    ].join("\n"),
  );
});
