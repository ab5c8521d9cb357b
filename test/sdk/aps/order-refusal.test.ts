import { ApiError, OrderRefusedError, OutcomeUnknownError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { answer, json } from "../../support/raw-server.js";
import { faultyPlatform, order, rejectionOf } from "../reliability/faulty-platform.js";
import { executed, sends } from "../reliability/turns.js";

// Response of a real platform, with its numbers changed.
const openOrder =
  "Cannot Upgrade/Downgrade Resources for Subscription #1000201: there is already an Upgrade/Downgrade Order #CH000017 in " +
  "status Provisioning is in progress(LO). This order prohibits placing an order of the same order type (per subscription).";
const unknownPlan = "planId 3d2c8a51-77e0-4c1b-9f6e-2a4b8c0d1e3f does not exist";
const error = "com.ingrammicro.imcp.library.aps.exception.APSError";

describe("an order that the order manager refuses with 500", () => {
  test("is an OrderRefusedError and is not repeated, if its words prove that it was not placed", async () => {
    const { platform, sdk } = await faultyPlatform([sends(json({ error, message: openOrder }, { status: 500 }))]);
    const refused = await rejectionOf(sdk.orders.create(order));
    expect(refused).toBeInstanceOf(OrderRefusedError);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ code: "ORDER_REFUSED", status: 500, body: { error, message: openOrder } });
    expect(String(refused)).toContain("there is already an Upgrade/Downgrade Order #CH000017");
    expect(String(refused)).toContain("wait until it is completed");
    expect(platform.requests.length).toBe(1);
  });

  test("is an unknown outcome that quotes the response, if the words are different", async () => {
    const { sdk } = await faultyPlatform([executed(sends(json({ error, message: unknownPlan }, { status: 500 })))]);
    const unknown = await rejectionOf(sdk.orders.create(order));
    expect(unknown).toBeInstanceOf(OutcomeUnknownError);
    expect(String(unknown)).toContain(`the response was 500: ${unknownPlan}`);
    expect((unknown as OutcomeUnknownError).cause).toMatchObject({ status: 500, body: { message: unknownPlan } });
  });

  test.each([
    { what: "with another status", body: json({ error, message: openOrder }, { status: 502 }) },
    { what: "in a page of a gateway", body: answer(`<p>${openOrder}</p>`, { status: 500 }) },
    { what: "as text", body: json(openOrder, { status: 500 }) },
    { what: "without the class of an error", body: json({ message: openOrder }, { status: 500 }) },
    {
      what: "without the sentence that it prohibits",
      body: json({ error, message: openOrder.split(". ")[0] }, { status: 500 }),
    },
    {
      what: "after five thousand characters",
      body: json({ error, message: " ".repeat(5_000) + openOrder }, { status: 500 }),
    },
  ])("is an unknown outcome, if it returns the same words $what", async ({ body }) => {
    const { platform, sdk } = await faultyPlatform([executed(sends(body))]);
    expect(await rejectionOf(sdk.orders.create(order))).toBeInstanceOf(OutcomeUnknownError);
    expect(platform.requests.length).toBe(1);
  });

  test("is an unknown outcome, if another operation returns the same words", async () => {
    const { sdk } = await faultyPlatform([sends(json({ error, message: openOrder }, { status: 500 }))]);
    expect(await rejectionOf(sdk.resources.delete("r-1"))).toBeInstanceOf(OutcomeUnknownError);
  });
});
