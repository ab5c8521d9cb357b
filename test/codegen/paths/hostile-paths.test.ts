import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { describe, expect, test } from "vitest";
import { filesOf, project, typeErrors, writeFiles } from "../../support/generated.js";
import { inertness } from "../../support/inert.js";
import { CLIENT, type Row } from "../hostile/document.js";
import { hostileNames } from "../hostile/names.js";
import { hostileReferences } from "../hostile/references.js";
import { hostileSyntax } from "../hostile/syntax.js";
import { hostileText } from "../hostile/text.js";

const subjects: Readonly<Record<string, readonly Row[]>> = {
  text: hostileText,
  names: hostileNames,
  references: hostileReferences,
  syntax: hostileSyntax,
};

/** Names for which the linter of openapi-typescript fails; see the finding PATHS_NOT_WRITTEN. */
const refused = /\bhasOwnProperty\b/;

describe.each(Object.entries(subjects))("hostile %s", (_, rows) => {
  test("makes a paths.ts that compiles and declares types alone", async () => {
    const folder = await project({ linked: false });
    const accepted = rows.filter(({ want }) => want === CLIENT);
    for (const [index, { name, text, beside, file = "doc.yaml" }] of accepted.entries()) {
      const place = await project({ linked: false });
      await writeFiles(place, { ...beside });
      await writeFile(join(place, file), text);
      const out = join(place, "client");
      const { warnings } = await generate({ document: join(place, file), out, paths: true });
      const paths = (await filesOf(out)).get("paths.ts") ?? "";
      const isRefused = warnings.some(({ code }) => code === "PATHS_NOT_WRITTEN");
      expect.soft(isRefused, name).toBe(refused.test(String(text)));
      expect.soft(inertness(new Map([["paths.ts", paths]])), name).toEqual([]);
      expect.soft(paths.replaceAll("\n", ""), name).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      await writeFiles(folder, { [`${index}.ts`]: paths });
    }
    expect(await typeErrors("typescript-7", folder, { noUnusedLocals: false })).toBe("");
  }, 240_000);
});
