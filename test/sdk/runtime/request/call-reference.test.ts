import { OutcomeUnknownError } from "apsdirect";
import { operations } from "apsdirect/aps";
import { describe, expect, test } from "vitest";
import { json } from "../../../support/raw-server.js";
import { faultyPlatform, healthy, order, rejectionOf, type Turn } from "../../reliability/faulty-platform.js";
import { executed, resets } from "../../reliability/turns.js";

/** The operation of a document that marks a field for the reference. */
const marked = { ...operations.createOrder, reference: ["poNumber"] } as const;
const nested = { ...operations.createOrder, reference: ["attributes", "reference"] } as const;

function bodyOf(text: string | undefined): unknown {
  return JSON.parse(text ?? "null");
}

describe("a body field marked by the document", () => {
  test("carries the reference of the call, chosen by the caller or generated", async () => {
    const { platform, sdk } = await faultyPlatform([healthy]);
    const validation = { request: "off" } as const;
    await sdk.core.call(marked, { body: order }, { reference: "cart-7", validation });
    const { reference } = await sdk.core.call(nested, { body: order }, { validation }).withResponse();
    const bodies = platform.requests.map(({ body }) => bodyOf(body));
    expect(bodies).toEqual([
      { ...order, poNumber: "cart-7" },
      { ...order, attributes: { reference } },
    ]);
    expect(order).not.toHaveProperty("poNumber");
  });

  test("keeps a value that the caller set, and the call is refused if its reference differs", async () => {
    const { platform, sdk } = await faultyPlatform([healthy]);
    const body = { ...order, poNumber: "PO-1" };
    await sdk.core.call(marked, { body }, { validation: { request: "off" } });
    expect(bodyOf(platform.requests[0]?.body)).toEqual(body);
    const contradicting = sdk.core.call(marked, { body }, { reference: "cart-7" });
    expect(await rejectionOf(contradicting)).toMatchObject({
      code: "REQUEST_INVALID",
      issues: [{ path: "$.poNumber", message: 'expected the reference of the call, "cart-7", or no value' }],
    });
    expect(platform.requests.length).toBe(1);
  });

  test("alone decides the outcome of an order, whatever its date", async () => {
    const twin = { orderId: "o-0", ...order, creationDate: new Date().toISOString() };
    const old = { orderId: "o-1", poNumber: "cart-7", creationDate: "2001-01-01T00:00:00Z" };
    const lists: Turn = ({ socket }) => void socket.write(json([{ ...twin, poNumber: "cart-6" }, old]));
    const { sdk } = await faultyPlatform([executed(resets), lists]);
    const call = sdk.core.call(marked, { body: order }, { reference: "cart-7", validation: { request: "off" } });
    const error = await rejectionOf(call);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(await sdk.orders.settle(error as OutcomeUnknownError)).toMatchObject({
      verdict: "placed",
      order: { orderId: "o-1" },
    });
  });
});
