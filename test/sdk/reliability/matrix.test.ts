import { describe, expect, test } from "vitest";
import { againWhereBusy } from "../../support/time.js";
import { faults, timeoutFor } from "./faults.js";
import { faultyPlatform, healthy, order, rejectionOf } from "./faulty-platform.js";

describe.each(faults)("$row: after $name", againWhereBusy, (fault) => {
  const { turn, safe, order: fate } = fault;
  const timeout = timeoutFor(fault);

  test(`a call that changes nothing: ${safe}`, async () => {
    const { platform, sdk } = await faultyPlatform([turn, healthy], { timeout });
    const call = sdk.orders.get("o-1");
    if (safe === "repeated") {
      expect(await call).toMatchObject({ orderId: "o-1" });
      expect((await call.withResponse()).attempts).toBe(2);
    } else {
      expect(await rejectionOf(call)).toMatchObject({ code: safe });
    }
    expect(platform.requests.length).toBe(safe === "repeated" ? 2 : 1);
    expect(platform.reusedNonces()).toEqual([]);
  });

  test(`an order: ${fate}`, async () => {
    const { platform, sdk } = await faultyPlatform([turn, healthy], { timeout, maxRetries: 5 });
    const call = sdk.orders.create(order);
    if (fate === "repeated") expect(await call).toEqual({ orderId: "o-1" });
    else expect(await rejectionOf(call)).toMatchObject({ code: fate });
    expect(platform.requests.length).toBe(fate === "repeated" ? 2 : 1);
    expect(platform.orders.length).toBeLessThanOrEqual(1);
    expect(platform.reusedNonces()).toEqual([]);
  });
});
