/**
 * An AppDirect vendor in one file: what a product does when a customer orders, changes, cancels, or lets people in.
 * The lesson `answer-events` runs it against a sandbox; with `nodeListener` it fits Node's server and Express.
 */
import { createEventHandler, type EventHandlerOptions, failed, later, succeeded } from "apsdirect/appdirect";

/** The product's own data, by account. */
const accounts = new Map<string, { seats: number; isActive: boolean; users: Set<string> }>();
const unknownAccount = failed("ACCOUNT_NOT_FOUND", "This account is not known here.");

/** Who is trusted, and by which address marketplaces call, is for whoever runs it to say. */
export function createVendor(options: Omit<EventHandlerOptions, "on">) {
  return createEventHandler({
    ...options,
    on: {
      SUBSCRIPTION_ORDER(event) {
        const accountIdentifier = `account-${event.id}`;
        const seats = event.payload.order.items?.find(({ unit }) => unit === "USER")?.quantity ?? 1;
        const provision = async () => {
          accounts.set(accountIdentifier, { seats, isActive: true, users: new Set() });
          return succeeded({ accountIdentifier });
        };
        return seats > 100 ? later(provision) : provision(); // a large one takes longer than a marketplace waits
      },
      SUBSCRIPTION_CHANGE({ payload: { account, order } }) {
        const known = accounts.get(account.accountIdentifier);
        if (known === undefined) return unknownAccount;
        known.seats = order.items?.find(({ unit }) => unit === "USER")?.quantity ?? known.seats;
        return succeeded();
      },
      SUBSCRIPTION_CANCEL({ payload: { account } }) {
        return accounts.delete(account.accountIdentifier) ? succeeded() : unknownAccount;
      },
      SUBSCRIPTION_NOTICE({ payload: { account, notice } }) {
        const known = accounts.get(account.accountIdentifier);
        if (known !== undefined && notice.type !== "UPCOMING_INVOICE") known.isActive = notice.type === "REACTIVATED";
        return succeeded();
      },
      USER_ASSIGNMENT({ payload: { account, user } }) {
        const known = accounts.get(account.accountIdentifier);
        if (known === undefined) return unknownAccount;
        if (known.users.size >= known.seats) return failed("MAX_USERS_REACHED", "Every seat is taken.");
        known.users.add(user.uuid ?? user.email ?? "");
        return succeeded();
      },
      USER_UNASSIGNMENT({ payload: { account, user } }) {
        accounts.get(account.accountIdentifier)?.users.delete(user.uuid ?? user.email ?? "");
        return succeeded();
      },
    },
  });
}
