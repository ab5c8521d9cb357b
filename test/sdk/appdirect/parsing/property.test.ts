import { parseEvent } from "apsdirect/appdirect";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { drawBy, events, jsonOf, xmlOf } from "./writings.js";

test("an event is the same, however it is written", async () => {
  const property = fc.asyncProperty(events, fc.infiniteStream(fc.nat()), async (event, numbers) => {
    const draw = drawBy(numbers);
    const isAddon = JSON.stringify(event).search(/"parentAccountIdentifier":"(?!")/) >= 0;
    const want = { ...(typeof event === "object" ? event : {}), isAddon };
    const json = jsonOf(event, draw);
    expect(await parseEvent(json), json).toStrictEqual(want);
    const xml = xmlOf(event, draw);
    expect(await parseEvent(new TextEncoder().encode(xml)), xml).toStrictEqual(want);
  });
  await fc.assert(property, { numRuns: counted({ usual: 500, long: 20_000 }) });
});
