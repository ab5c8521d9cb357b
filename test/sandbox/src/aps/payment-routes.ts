import type { JsonObject } from "../json.js";
import { parseJsonObject, type Route, type RoutedCall } from "../router.js";
import { apsResponse } from "./bus-response.js";
import { respondWithList } from "./listing.js";
import type { PaymentMethods } from "./payment-methods.js";
import type { Payments } from "./payments.js";
import { serviceIds } from "./seed.js";
import type { ViewOfCall } from "./view.js";

/** Routes for payment methods and payments, by the aliases and the APS IDs of their services. */
export function paymentRoutes(methods: PaymentMethods, payments: Payments, viewOf: ViewOfCall): readonly Route[] {
  return [...methodRoutes(methods, viewOf), ...paymentRecordRoutes(payments, viewOf)];
}

function methodRoutes(methods: PaymentMethods, viewOf: ViewOfCall): readonly Route[] {
  const service = `/aps/2/(?:services/payment-method-manager|resources/${serviceIds["payment-method-manager"]})`;
  return [
    {
      path: new RegExp(`^${service}/paymentMethods/?$`),
      methods: {
        GET(call) {
          const parameters = new URLSearchParams(call.query);
          const given = (name: string) => parameters.get(name) ?? undefined;
          const [accountId, paymentSystemId] = [given("accountId"), given("paymentSystemId")];
          const found = methods.list({ accountId, paymentSystemId, externalId: given("externalId") });
          const { isVisible } = viewOf(call);
          const visible = found.filter(({ ownerAccountId }) => isVisible(ownerAccountId));
          return apsResponse(200, visible);
        },
        POST: (call) => apsResponse(200, methods.add(parseJsonObject(call), viewOf(call).resources.find)),
      },
    },
    {
      path: new RegExp(`^${service}/paymentMethods/(\\d{1,9})/?$`),
      methods: {
        PUT(call, id = "") {
          const { isVisible } = viewOf(call);
          return apsResponse(200, methods.update(Number(id), parseJsonObject(call), isVisible));
        },
      },
    },
    { path: new RegExp(`^${service}/paymentSystems/?$`), methods: { GET: () => apsResponse(200, methods.systems()) } },
  ];
}

function paymentRecordRoutes(payments: Payments, viewOf: ViewOfCall): readonly Route[] {
  const service = `/aps/2/(?:services/payment-manager|resources/${serviceIds["payment-manager"]})`;
  const pay = (call: RoutedCall) => apsResponse(200, payments.pay(parseJsonObject(call), viewOf(call).resources.find));
  return [
    {
      path: new RegExp(`^${service}/payments/?$`),
      methods: {
        GET(call) {
          const { isVisible } = viewOf(call);
          const visible = payments.list().filter(({ accountId }) => isVisible(accountId));
          return listOfPayments(visible, call);
        },
        POST: pay,
      },
    },
    // older URL of the same operation
    { path: new RegExp(`^${service}/payment/?$`), methods: { POST: pay } },
    {
      path: new RegExp(`^${service}/payments/(\\d{1,9})/?$`),
      methods: {
        PUT(call, id = "") {
          const { isVisible, resources } = viewOf(call);
          const seen = { isVisible, find: resources.find };
          return apsResponse(200, payments.update(Number(id), parseJsonObject(call), seen));
        },
      },
    },
  ];
}

/**
 * Lists payments by plain parameters, or by RQL, which the platform supports since 20.4. The format of multiple
 * `paymentIds` is not documented; the sandbox uses commas.
 */
function listOfPayments(payments: readonly JsonObject[], call: RoutedCall) {
  const { paymentIds, ...members } = Object.fromEntries(new URLSearchParams(call.query));
  if (!/^(?:accountId|paymentIds)=/.test(call.query)) return respondWithList(payments, call, (payment) => payment);
  const [wanted, account] = [paymentIds?.split(","), members["accountId"]];
  const isWanted = ({ id = null, accountId = null }: JsonObject): boolean =>
    (wanted === undefined || wanted.includes(String(id))) && (account === undefined || account === accountId);
  return apsResponse(200, payments.filter(isWanted));
}
