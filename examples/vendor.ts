/**
 * A complete AppDirect vendor: creates, changes and cancels accounts, and assigns users to them. The lesson
 * `answer-events` runs it against a sandbox. To use it with Node's `http` or Express, wrap it in `nodeListener`.
 */
import { createEventHandler, type EventHandlerOptions, failed, later, succeeded } from "apsdirect/appdirect";

/** The product's data, by account identifier. */
const accounts = new Map<string, { seats: number; isActive: boolean; users: Set<string> }>();
const unknownAccount = failed("ACCOUNT_NOT_FOUND", "This account does not exist.");

/** Creates the vendor's event handler. The caller sets the secrets and the public URL. */
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
        return seats > 100 ? later(provision) : provision(); // provisioning a large order takes longer than the marketplace waits
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
        if (known.users.size >= known.seats) return failed("MAX_USERS_REACHED", "All seats are taken.");
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
