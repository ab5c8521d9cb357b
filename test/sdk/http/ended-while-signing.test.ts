import { ApsClient, type OrderRequest } from "apsdirect";
import { expect, test } from "vitest";
import { credentials } from "../../support/credentials.js";

const order: OrderRequest = { type: "CANCELLATION", subscriptionId: "s-1" };

/** `fetch` that ignores signals, with the requests that it received. */
function heedless() {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return Response.json({ orderId: "o-1" });
  };
  return { sent, fetch };
}

test.each([
  { transport: "a fetch of the caller's", isDirect: false },
  { transport: "one that is made for the client", isDirect: true },
])("an order that is aborted while it is signed is never sent, by $transport", async ({ isDirect }) => {
  const { sent, fetch } = heedless();
  let give = (_: typeof credentials): void => {};
  const sdk = new ApsClient({
    baseUrl: "https://cp.provider.example",
    credentials: () => new Promise((resolve) => (give = resolve)),
    fetch: isDirect ? Object.assign(fetch, { direct: fetch }) : fetch,
  });
  await expect(sdk.orders.create(order, { timeout: 50 })).rejects.not.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  give(credentials);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toEqual([]);
});
