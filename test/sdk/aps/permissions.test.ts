import { PermissionError, ServerError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { answer, json } from "../../support/raw-server.js";

const orderManager = "http://www.odin.com/billing/order-management";
const readsOrders = [{ apsType: orderManager, method: "GET" }];

describe("permissions.check predicts which calls will fail with 403", () => {
  test("from the Allowed Operations of the user", async () => {
    const { server, sdk } = await platform([json(readsOrders)]);
    const { operations, unreadable } = await sdk.permissions.check({ userId: "u-1" });
    expect(server.requests[0]?.line).toBe("GET /aps/2/resources/u-1/allowedOperations HTTP/1.1");
    expect(unreadable).toBeUndefined();
    const verdicts = Object.fromEntries(operations.map(({ operation, verdict }) => [operation, verdict]));
    expect(verdicts).toMatchObject({
      "orders.list": "allowed",
      "orders.get": "allowed",
      "orders.create": "denied",
      "orders.estimate": "denied",
      "payments.pay": "denied",
      "accounts.get": "allowed",
      "resources.create": "allowed",
    });
    expect(operations.find(({ operation }) => operation === "orders.create")?.needs).toEqual([`${orderManager} POST`]);
    const names = operations.map(({ operation }) => operation);
    expect(names).toEqual(names.toSorted());
  });

  test("one right of two leaves the verdict unknown if the APS type of the target decides", async () => {
    const grants = [{ apsType: "http://parallels.com/aps/types/pa/admin-user", method: "POST" }];
    const { sdk } = await platform([json(grants)]);
    const { operations } = await sdk.permissions.check({ userId: "u-1" });
    expect(operations.find(({ operation }) => operation === "users.disable")?.verdict).toBe("unknown");
  });

  test("an entry counts if its type has a version", async () => {
    const { sdk } = await platform([json([{ apsType: `${orderManager}/1.22`, method: "POST" }])]);
    const { operations } = await sdk.permissions.check({ userId: "u-1" });
    expect(operations.find(({ operation }) => operation === "orders.create")?.verdict).toBe("allowed");
  });

  test.each([403, 404])(
    "after a %i, the verdict on custom operations is unknown, and the report says why",
    async (status) => {
      const { sdk } = await platform([answer("", { status })]);
      const { operations, unreadable } = await sdk.permissions.check({ userId: "u-1" });
      expect(unreadable).toContain(`users.getAllowedOperations: ${status}`);
      expect(operations.find(({ operation }) => operation === "orders.create")?.verdict).toBe("unknown");
      expect(operations.find(({ operation }) => operation === "accounts.get")?.verdict).toBe("allowed");
    },
  );

  test("without a user, it lists what each method needs and sends no request", async () => {
    const { server, sdk } = await platform([json([])]);
    const { operations, unreadable } = await sdk.permissions.check();
    expect(unreadable).toContain("userId");
    const create = operations.find(({ operation }) => operation === "orders.create");
    expect(create).toEqual({ operation: "orders.create", needs: [`${orderManager} POST`], verdict: "unknown" });
    expect(server.requests).toEqual([]);
  });

  test("any other failure is thrown", async () => {
    const { sdk } = await platform([answer("", { status: 500 })], { maxRetries: 0 });
    await expect(sdk.permissions.check({ userId: "u-1" })).rejects.toBeInstanceOf(ServerError);
  });
});

describe("a refusal says what to check", () => {
  const boosted = { "x-apsbooster-response": "true" };
  const refused = (status: number, headers: Readonly<Record<string, string>> = boosted) => {
    return platform([answer("", { status, headers })]);
  };

  test("403 names the Allowed Operation that the call needs", async () => {
    const { sdk } = await refused(403);
    const call = sdk.orders.estimate({ type: "CANCELLATION", subscriptionId: "s-1" });
    await expect(call).rejects.toBeInstanceOf(PermissionError);
    await expect(call).rejects.toMatchObject({ permissions: [`${orderManager} POST`] });
    await expect(call).rejects.toThrow(`needs the Allowed Operation ${orderManager} POST`);
    await expect(call).rejects.not.toThrow("booster");
  });

  test("403 to a custom operation of a service names the Allowed Operation by the type of the service", async () => {
    const { sdk } = await refused(403);
    const call = sdk.resources.call("order-manager", { path: "/reasonCodes" });
    await expect(call).rejects.toThrow(`needs the Allowed Operation ${orderManager} GET`);
    const ofResource = sdk.resources.call("3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10", { method: "POST", path: "/go" });
    await expect(ofResource).rejects.toThrow("(the APS type of the resource, without its version) POST");
  });

  test("403 to a call that needs no Allowed Operation names none", async () => {
    const { sdk } = await refused(403);
    await expect(sdk.accounts.get("a-1")).rejects.toThrow("The call needs no Allowed Operation");
  });

  test("401 lists the most likely causes first, and the command that explains a signature", async () => {
    const { sdk } = await refused(401);
    await expect(sdk.accounts.get("a-1")).rejects.toThrow(
      /secret.*clock.*signatureBaseUrl.*query.*npx apsdirect explain/,
    );
  });

  test.each([401, 403, 404, 405])(
    "%i without X-APSBooster-Response: the host may not be a brand access point",
    async (status) => {
      const { sdk } = await refused(status, {});
      await expect(sdk.accounts.get("a-1")).rejects.toThrow("no X-APSBooster-Response");
      const behindBooster = await refused(status);
      await expect(behindBooster.sdk.accounts.get("a-1")).rejects.not.toThrow("X-APSBooster-Response");
    },
  );

  test("HTML is mentioned, in addition to the causes of the status", async () => {
    const { sdk } = await platform([answer("<html>Login</html>", { status: 401 })]);
    await expect(sdk.accounts.get("a-1")).rejects.toThrow(/The body is HTML.*Check the consumer secret/);
  });
});
