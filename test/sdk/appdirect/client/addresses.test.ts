import { AppDirectClient, OutcomeUnknownError, RequestValidationError } from "apsdirect";
import type { UsageReport } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, reset } from "../../../support/raw-server.js";

describe("a URL from a marketplace is called", () => {
  test("exactly as received, if it leads to a marketplace of the client", async () => {
    const server = await rawServer(json({ uuid: "i-1" }));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    await appdirect.saml.getIdp(`${server.origin}/api/saml/v1/idp/i-1?lang=en%20US&x=(1)`);
    expect(server.requests[0]?.line).toBe("GET /api/saml/v1/idp/i-1?lang=en%20US&x=(1) HTTP/1.1");
    expect(server.requests[0]?.headers.get("accept")).toBe("application/json");
  });

  test("for metadata with the media type of SAML", async () => {
    const headers = { "content-type": "application/samlmetadata+xml" };
    const server = await rawServer(answer("<EntityDescriptor/>", { headers }));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    expect(await appdirect.saml.getIdpMetadata(`${server.origin}/idp`)).toBe("<EntityDescriptor/>");
    expect(server.requests[0]?.headers.get("accept")).toBe("application/samlmetadata+xml");
  });
});

describe("nothing is signed for", () => {
  test.each([
    { name: "a foreign host", url: (): string => "https://evil.example/idp" },
    { name: "a host after a user", url: (origin: string): string => `${origin}@evil.example/idp` },
    { name: "another port", url: (origin: string): string => `${origin.replace(/\d+$/, "1")}/idp` },
    { name: "only a path", url: (): string => "/idp" },
    { name: "a file", url: (): string => "file:///etc/passwd" },
    { name: "its own oauth parameters", url: (origin: string): string => `${origin}/idp?oauth_nonce=1` },
  ])("$name", async ({ url }) => {
    const server = await rawServer(json({}));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    const given = url(server.origin);
    await expect(appdirect.saml.getIdp(given)).rejects.toBeInstanceOf(RequestValidationError);
    await expect(appdirect.saml.getIdpMetadata(given)).rejects.toBeInstanceOf(RequestValidationError);
    const told = appdirect.domains.sendVerification(given, { verified: true });
    await expect(told).rejects.toBeInstanceOf(RequestValidationError);
    expect(server.requests).toEqual([]);
  });
});

describe("usage whose response is lost", () => {
  const usage: UsageReport = { account: { accountIdentifier: "hpw-00317" }, items: [{ unit: "USER", quantity: 1 }] };

  test("is not reported again without an idempotency key", async () => {
    const server = await rawServer(reset, json({ success: true }));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    await expect(appdirect.usage.report(usage)).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.requests).toHaveLength(1);
  });

  test("is reported again with its key", async () => {
    const server = await rawServer(reset, json({ requestId: "r-1" }));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    const { data, attempts } = await appdirect.usage
      .reportV2({ idempotencyKey: "k-1", billable: true, usages: [] })
      .withResponse();
    expect({ id: data.requestId, attempts }).toEqual({ id: "r-1", attempts: 2 });
    expect(server.requests.map(({ body }) => JSON.parse(body).idempotencyKey)).toEqual(["k-1", "k-1"]);
  });

  test.each(["1,5", "many", "1e3", ""])(
    "an amount that is not a decimal number is refused before it is sent: %s",
    async (price) => {
      const server = await rawServer(json({ success: true }));
      const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
      const items = [{ quantity: "1", price, description: "Posters" }];
      const error = await appdirect.usage.report({ ...usage, items }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(RequestValidationError);
      expect(String(error)).toContain("$.items[0].price");
      expect(server.requests).toEqual([]);
    },
  );
});
