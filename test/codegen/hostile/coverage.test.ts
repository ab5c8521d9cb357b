import { expect, test } from "vitest";
import { hostileNames } from "./names.js";
import { hostileReferences } from "./references.js";
import { hostileSize } from "./size.js";
import { hostileSyntax } from "./syntax.js";
import { hostileText } from "./text.js";

test("there are at least 100 hostile documents with different names", () => {
  const rows = [hostileNames, hostileReferences, hostileSize, hostileSyntax, hostileText].flat();
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});
