import { ConflictError } from "apsdirect";
import { documentedError } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { operations, ResponsesApi } from "../../../codegen/golden/responses/client/index.js";
import type { Missing, Problem } from "../../../codegen/golden/responses/client/types.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, type RawAnswer } from "../../../support/raw-server.js";

async function ordersOf(...answers: readonly RawAnswer[]): Promise<ResponsesApi["orders"]> {
  const server = await rawServer(...answers);
  return new ResponsesApi({ baseUrl: server.origin, credentials, maxRetries: 0 }).orders;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail("expected an error"),
    (error: unknown) => error,
  );
}

describe("headers that the document describes", () => {
  test("are returned as typed values, under property names", async () => {
    const headers = {
      "x-total": "12",
      "x-share": "0.5",
      "x-is-last": "false",
      "x-state": "paused",
      "x-tags": "a, b",
      "x-sizes": "1,2",
      "x-filter": '{"state":"open"}',
      "x-request-id": "r1",
    };
    const orders = await ordersOf(json([], { headers }));
    const { documentedHeaders } = await orders.list().withResponse();
    expect(documentedHeaders).toEqual({
      xTotal: 12,
      xShare: 0.5,
      xIsLast: false,
      xState: "paused",
      xTags: ["a", "b"],
      xSizes: [1, 2],
      xFilter: { state: "open" },
      xRequestId: "r1",
    });
    expectTypeOf(documentedHeaders.xTotal).toEqualTypeOf<number | undefined>();
    expectTypeOf(documentedHeaders.xSizes).toEqualTypeOf<number[] | undefined>();
    expectTypeOf(documentedHeaders.xRequestId).toEqualTypeOf<string | undefined>();
  });

  test("are absent if missing or malformed, but available as raw headers", async () => {
    const headers = {
      "x-total": "9007199254740993",
      "x-share": "",
      "x-is-last": "yes",
      "x-sizes": "1,b",
      "x-filter": "{",
    };
    const orders = await ordersOf(json([], { headers }));
    const response = await orders.list().withResponse();
    expect(response.documentedHeaders).toEqual({});
    expect(response.headers.get("x-total")).toBe("9007199254740993");
  });

  test("are read from a response without a body", async () => {
    const orders = await ordersOf(answer("", { status: 204, headers: { "x-request-id": "r2" } }));
    const { data, documentedHeaders } = await orders.replace("1").withResponse();
    expect([data, documentedHeaders]).toEqual([undefined, { xRequestId: "r2" }]);
  });
});

describe("an error that the document describes", () => {
  test.each([
    { status: 404, body: { missing: "list" }, means: "its own status" },
    { status: 422, body: { title: "no" }, means: "the class of its status" },
  ])("has the body described for $means", async ({ status, body }) => {
    const orders = await ordersOf(json(body, { status }));
    const caught = await failureOf(orders.list());
    expect(documentedError(caught, operations.listOrders)).toEqual({ status, body, error: caught });
  });

  test("has the default body if its own status is not described", async () => {
    const orders = await ordersOf(json({ title: "busy" }, { status: 503 }));
    const caught = await failureOf(orders.replace("1"));
    // An idempotent call that was answered 503 may have been executed: its cause is not the answer.
    expect(documentedError(caught, operations.replaceOrder)).toBeUndefined();
    const refusing = await ordersOf(json({ title: "refused" }, { status: 403 }));
    const refused = await failureOf(refusing.replace("1"));
    expect(documentedError(refused, operations.replaceOrder)?.body).toEqual({ title: "refused" });
  });

  test("has a body type that the compiler narrows by status", async () => {
    const headers = { "content-type": "application/problem+json" };
    const orders = await ordersOf(json({ title: "changed" }, { status: 409, headers }));
    const caught = await failureOf(orders.replace("1"));
    expect(caught).toBeInstanceOf(ConflictError);
    const console = { log: vi.fn() };
    const known = documentedError(caught, operations.replaceOrder);
    if (known?.status === 409) console.log(known.body.title);
    expect(console.log.mock.calls).toEqual([["changed"]]);
    const other = documentedError(caught, operations.listOrders);
    expect(other).toBeUndefined();
    expectTypeOf(other).toEqualTypeOf<
      | { readonly status: 404; readonly body: Missing; readonly error: NonNullable<typeof other>["error"] }
      | { readonly status: number; readonly body: Problem; readonly error: NonNullable<typeof other>["error"] }
      | undefined
    >();
  });

  test("is undefined if the body does not match", async () => {
    const orders = await ordersOf(json({ message: "?" }, { status: 404 }), answer("<html>", { status: 404 }));
    expect(documentedError(await failureOf(orders.list()), operations.listOrders)).toBeUndefined();
    expect(documentedError(await failureOf(orders.list()), operations.listOrders)).toBeUndefined();
    expect(documentedError(new Error("other"), operations.listOrders)).toBeUndefined();
  });
});
