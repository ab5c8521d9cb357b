/**
 * Handle errors: one class for each thing that a caller does next, and how to settle an order whose outcome is not known.
 *
 * Run:    npm run example -- handle-errors
 * Prints: what each fault comes to, and what became of the last two.
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

// Nothing was sent: the order does not fit its schema, and the error says where.
await told("an order without products", () => sdk.orders.create({ ...order, products: [] }));

// The platform said no. `status`, `body` and `headers` are on the error.
await told("an order that there is not", () => sdk.orders.get("00000000-0000-4000-8000-000000000000"));

// Surely not executed, so it may be placed again: nothing listens at that address.
const nobody = { baseUrl: "https://127.0.0.1:2", maxRetries: 0 };
await told("nobody at the address", () => new ApsClient(nobody).orders.create(order));

// The order left, and no answer came. It may have been placed: it is not sent again, and the caller looks first.
const answerLost = async (request: Request): Promise<Response> => {
  await setTimeout(5_000); // orders take their time; within three seconds, dates in whole seconds decide nothing
  await fetch(request);
  throw new TypeError("the connection broke off before the answer came");
};
await told("an answer that was lost", () => new ApsClient({ fetch: answerLost }).orders.create(order));

// Nothing arrived. That is no proof yet: something on the way may hold the request, and deliver it later.
const orderLost = async (): Promise<Response> => {
  throw new TypeError("the connection broke off before the order was sent");
};
const another: OrderRequest = { ...order, products: [{ planId, period: { unit: "YEARS", duration: 1 } }] };
await told("an order that was lost", () => new ApsClient({ fetch: orderLost }).orders.create(another));

async function told(fault: string, call: () => PromiseLike<unknown>): Promise<void> {
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
  if (error instanceof NotFoundError) return "There is no such order";
  if (error instanceof ConnectionError) return "Surely not executed: try again later";
  return error instanceof ApiError ? `Status ${error.status}` : error.message;
}

/** Only `not-placed` permits placing the order again. An equal order that a person places within minutes looks the same. */
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
