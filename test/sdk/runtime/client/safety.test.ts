import { ApsClient, OutcomeUnknownError, RequestValidationError, ServerError } from "apsdirect";
import type { CallOptions, Safety } from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { ThingsApi } from "../../../codegen/golden/methods/client/index.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer } from "../../../support/raw-server.js";

const unavailable = answer("", { status: 503 });

async function things() {
  const server = await rawServer(unavailable);
  return { server, options: { baseUrl: server.origin, credentials } };
}

/** Method, and the number of attempts after a 503 in a client of its own. */
const methods = [
  { method: "getThing", attempts: 3, error: ServerError },
  { method: "headThing", attempts: 3, error: ServerError },
  { method: "optionsOfThing", attempts: 3, error: ServerError },
  { method: "queryThing", attempts: 3, error: ServerError },
  { method: "putThing", attempts: 3, error: OutcomeUnknownError },
  { method: "deleteThing", attempts: 3, error: OutcomeUnknownError },
  { method: "startThing", attempts: 1, error: OutcomeUnknownError },
  { method: "patchThing", attempts: 1, error: OutcomeUnknownError },
] as const;

describe("an operation whose document does not state its safety", () => {
  test.each(methods)(
    "is attempted $attempts times by its HTTP method: $method",
    async ({ method, attempts, error }) => {
      const { server, options } = await things();
      await expect(new ThingsApi(options).things[method]("t-1")).rejects.toBeInstanceOf(error);
      expect(server.requests).toHaveLength(attempts);
    },
  );

  test.each(methods)("is attempted once in a client that shares ApsClient's core: $method", async ({ method }) => {
    const { server, options } = await things();
    const { things: shared } = new ThingsApi(new ApsClient(options).core);
    await expect(shared[method]("t-1")).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.requests).toHaveLength(1);
  });

  test.each<{ safety: Safety; attempts: number }>([
    { safety: "safe", attempts: 3 },
    { safety: "idempotent", attempts: 3 },
    { safety: "unsafe", attempts: 1 },
  ])("is attempted $attempts times if the call says $safety", async ({ safety, attempts }) => {
    const { server, options } = await things();
    await expect(new ThingsApi(options).things.getThing("t-1", { safety })).rejects.toThrow();
    expect(server.requests).toHaveLength(attempts);
  });
});

test("an option that is not a safety sends nothing", async () => {
  const { server, options } = await things();
  const misspelt = { safety: "Unsafe" } as unknown as CallOptions;
  await expect(new ThingsApi(options).things.startThing("t-1", misspelt)).rejects.toBeInstanceOf(
    RequestValidationError,
  );
  expect(server.requests).toHaveLength(0);
});
