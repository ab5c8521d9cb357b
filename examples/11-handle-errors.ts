/**
 * Handle errors: each class needs a different reaction. Settle orders whose outcome is unknown.
 *
 * Run:    npm run example -- handle-errors
 * Prints: the error of each fault and the next step. For the last two, whether the order was placed.
 */
import { setTimeout } from "node:timers/promises";
import {
  ApiError,
  ApsClient,
  ApsDirectError,
  ConnectionError,
  NotFoundError,
  type OrderRequest,
  type OrderSettlement,
  OutcomeUnknownError,
  RequestValidationError,
} from "apsdirect";
import { somethingToOrder } from "./something-to-order.js";

const sdk = new ApsClient();
const { accountId, planId } = await somethingToOrder();
const period = { unit: "MONTHS", duration: 1 };
const order: OrderRequest = { type: "SALES", accountId, products: [{ planId, period }] };

// Nothing was sent: the order does not match its schema, and the error says where.
await report("an order without products", () => sdk.orders.create({ ...order, products: [] }));

// The platform refused the request. The error has `status`, `body` and `headers`.
await report("an order that does not exist", () => sdk.orders.get("00000000-0000-4000-8000-000000000000"));

// Could not connect: no server listens at that address. The order was not executed, so you can place it again.
const unreachable = { baseUrl: "https://127.0.0.1:2", maxRetries: 0 };
await report("no server at the address", () => new ApsClient(unreachable).orders.create(order));

// The order was sent, but the response was lost. The platform may have placed it, so check before you retry.
const loseResponse = async (request: Request): Promise<Response> => {
  await setTimeout(5_000); // orders take time; with dates in whole seconds, less than three seconds prove nothing
  await fetch(request);
  throw new TypeError("the connection broke before the response arrived");
};
await report("a lost response", () => new ApsClient({ fetch: loseResponse }).orders.create(order));

// The order never arrived. That is not proof yet: a proxy may still hold the request and deliver it later.
const loseRequest = async (): Promise<Response> => {
  throw new TypeError("the connection broke before the order was sent");
};
const another: OrderRequest = { ...order, products: [{ planId, period: { unit: "YEARS", duration: 1 } }] };
await report("a lost request", () => new ApsClient({ fetch: loseRequest }).orders.create(another));

async function report(fault: string, call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof ApsDirectError)) throw error;
    console.log(`${fault}: ${error.name}. ${await nextStep(error)}`);
  }
}

async function nextStep(error: ApsDirectError): Promise<string> {
  if (error instanceof OutcomeUnknownError) {
    return outcome(await sdk.orders.settle(error));
  }
  if (error instanceof RequestValidationError) return `${error.issues[0]?.path}: ${error.issues[0]?.message}`;
  if (error instanceof NotFoundError) return "The order does not exist";
  if (error instanceof ConnectionError) return "Not executed: try again later";
  return error instanceof ApiError ? `Status ${error.status}` : error.message;
}

/** Place the order again only after `not-placed`. An equal order that a person places within minutes looks the same. */
function outcome(settlement: OrderSettlement): string {
  switch (settlement.verdict) {
    case "placed":
      return `${settlement.order.orderNumber} was placed`;
    case "not-placed":
      return "Not placed: place it again";
    case "undecided": {
      const { reason, askAgainAt } = settlement;
      return askAgainAt === undefined ? `${reason}: a person decides` : `${reason}: ask again after ten minutes`;
    }
  }
}
