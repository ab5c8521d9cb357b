import { RequestValidationError } from "apsdirect";
import { describe, expect, expectTypeOf, test } from "vitest";
import { ChoicesApi, type Colour, type Event } from "../../codegen/golden/choices/client/index.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

describe("with closed enums", () => {
  test("a value that is not listed neither compiles nor is sent", async () => {
    expectTypeOf<Colour>().toEqualTypeOf<"red" | "green" | 7 | null>();
    expectTypeOf<NonNullable<Event["kind"]>>().toEqualTypeOf<"start" | "end">();
    const server = await rawServer(json({}));
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    await events.createEvent({ kind: "start", colour: null });
    // @ts-expect-error it is not listed
    await expect(events.createEvent({ kind: "pause" })).rejects.toBeInstanceOf(RequestValidationError);
    expect(server.requests.length).toBe(1);
  });
});
