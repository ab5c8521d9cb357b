import type { JsonObject } from "../json.js";
import { parseJsonObject, type Route, type RoutedCall } from "../router.js";
import { apsAnswer } from "./bus-answer.js";
import { listAnswer } from "./listing.js";
import type { PaymentMethods } from "./payment-methods.js";
import type { Payments } from "./payments.js";
import { serviceIds } from "./seed.js";

/** The services of payment methods and of payments, by their aliases and by their APS IDs. */
export function paymentRoutes(methods: PaymentMethods, payments: Payments): readonly Route[] {
  return [...methodRoutes(methods), ...takenRoutes(payments)];
}

function methodRoutes(methods: PaymentMethods): readonly Route[] {
  const service = `/aps/2/(?:services/payment-method-manager|resources/${serviceIds["payment-method-manager"]})`;
  return [
    {
      path: new RegExp(`^${service}/paymentMethods/?$`),
      methods: {
        GET({ query }) {
          const parameters = new URLSearchParams(query);
          const given = (name: string) => parameters.get(name) ?? undefined;
          const [accountId, paymentSystemId] = [given("accountId"), given("paymentSystemId")];
          return apsAnswer(200, methods.list({ accountId, paymentSystemId, externalId: given("externalId") }));
        },
        POST: (call) => apsAnswer(200, methods.add(parseJsonObject(call))),
      },
    },
    {
      path: new RegExp(`^${service}/paymentMethods/(\\d{1,9})/?$`),
      methods: { PUT: (call, id = "") => apsAnswer(200, methods.update(Number(id), parseJsonObject(call))) },
    },
    { path: new RegExp(`^${service}/paymentSystems/?$`), methods: { GET: () => apsAnswer(200, methods.systems()) } },
  ];
}

function takenRoutes(payments: Payments): readonly Route[] {
  const service = `/aps/2/(?:services/payment-manager|resources/${serviceIds["payment-manager"]})`;
  const pay = (call: RoutedCall) => apsAnswer(200, payments.pay(parseJsonObject(call)));
  return [
    {
      path: new RegExp(`^${service}/payments/?$`),
      methods: {
        GET: (call) => listOfPayments(payments.list(), call),
        POST: pay,
      },
    },
    // An older address of the same.
    { path: new RegExp(`^${service}/payment/?$`), methods: { POST: pay } },
    {
      path: new RegExp(`^${service}/payments/(\\d{1,9})/?$`),
      methods: { PUT: (call, id = "") => apsAnswer(200, payments.update(Number(id), parseJsonObject(call))) },
    },
  ];
}

/** By ordinary parameters, or by RQL as since 20.4. How several `paymentIds` are written is not documented: here, with commas. */
function listOfPayments(payments: readonly JsonObject[], call: RoutedCall) {
  const { paymentIds, ...members } = Object.fromEntries(new URLSearchParams(call.query));
  if (!/^(?:accountId|paymentIds)=/.test(call.query)) return listAnswer(payments, call, (payment) => payment);
  const wanted = paymentIds?.split(",");
  return apsAnswer(
    200,
    payments.filter(
      (payment) =>
        (wanted === undefined || wanted.includes(String(payment["id"]))) &&
        (members["accountId"] === undefined || members["accountId"] === payment["accountId"]),
    ),
  );
}
