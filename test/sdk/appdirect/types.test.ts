import type { AppDirectClient, Event as EventOfRoot } from "apsdirect";
import type {
  AddonUnbindEvent,
  Event,
  EventFacts,
  EventLink,
  EventUser,
  parseEvent,
  SubscriptionOrderEvent,
  UsageReport,
  UsageResult,
} from "apsdirect/appdirect";
import type { Call } from "apsdirect/runtime";
import { describe, expectTypeOf, test } from "vitest";

/** Only compiled, never run. */
function withEvent(_: (event: Event, appdirect: AppDirectClient) => void): void {}

describe("an event", () => {
  test("narrows by its type", () => {
    withEvent((event) => {
      if (event.type === "SUBSCRIPTION_ORDER") {
        expectTypeOf(event).toEqualTypeOf<SubscriptionOrderEvent & EventFacts & { links: EventLink[] }>();
        expectTypeOf(event.payload.order.editionCode).toEqualTypeOf<string | undefined>();
        expectTypeOf(event.payload.company?.uuid).toEqualTypeOf<string | undefined>();
        // @ts-expect-error an order may have no existing account
        event.payload.account.accountIdentifier;
      }
      if (event.type === "SUBSCRIPTION_NOTICE") {
        expectTypeOf(event.payload.account.accountIdentifier).toEqualTypeOf<string>();
        expectTypeOf(event.payload.notice.message).toEqualTypeOf<string | undefined>();
      }
      if (event.type === "SUBSCRIPTION_CANCEL") {
        expectTypeOf(event.payload.account.accountIdentifier).toEqualTypeOf<string>();
      }
      if (event.type === "USER_ASSIGNMENT") expectTypeOf(event.payload.user).toEqualTypeOf<EventUser>();
      if (event.type === "ADDON_UNBIND") expectTypeOf(event).toExtend<AddonUnbindEvent>();
      // @ts-expect-error this event type does not exist
      if (event.type === "SUBSCRIPTION_CANCELLED") return;
      // @ts-expect-error a cancellation may have no notice
      if (event.type === "SUBSCRIPTION_CANCEL") event.payload.notice.type;
    });
  });

  test("has its common parts before it is narrowed", () => {
    withEvent((event) => {
      expectTypeOf(event.marketplace.baseUrl).toEqualTypeOf<string>();
      expectTypeOf(event.creator).toEqualTypeOf<EventUser | undefined>();
      expectTypeOf(event.payload.account?.accountIdentifier).toEqualTypeOf<string | undefined>();
      expectTypeOf(event.payload.configuration?.["domain"]).toEqualTypeOf<string | undefined>();
      // @ts-expect-error the field is called returnUrl
      event.returnURL;
    });
  });

  test("has the SDK's own properties, whatever its source", () => {
    expectTypeOf<EventOfRoot>().toEqualTypeOf<Event>();
    expectTypeOf<typeof parseEvent>().returns.toEqualTypeOf<Promise<Event>>();
    expectTypeOf<AppDirectClient["events"]["get"]>().returns.toEqualTypeOf<Call<Event>>();
    withEvent((event) => {
      expectTypeOf(event.id).toEqualTypeOf<string | undefined>();
      expectTypeOf(event.isAddon).toEqualTypeOf<boolean>();
      expectTypeOf(event.links).toExtend<EventLink[]>();
      // @ts-expect-error the raw event may be anything
      event.raw.type;
      // @ts-expect-error the property is read-only
      event.isAddon = true;
    });
  });

  test("narrows exhaustively in a switch", () => {
    withEvent((event) => {
      const described = (): string => {
        switch (event.type) {
          case "SUBSCRIPTION_ORDER":
          case "SUBSCRIPTION_CHANGE":
          case "ADDON_ORDER":
            return String(event.payload.order.pricingDuration);
          case "SUBSCRIPTION_CANCEL":
          case "SUBSCRIPTION_NOTICE":
            return event.payload.account.accountIdentifier;
          case "USER_ASSIGNMENT":
          case "USER_UNASSIGNMENT":
          case "USER_UPDATED":
            return String(event.payload.user.email);
          case "ADDON_CHANGE":
          case "ADDON_CANCEL":
          case "ADDON_BIND":
          case "ADDON_UNBIND":
            return event.payload.addonInstance.id;
          case "USER_SYNC":
          case "USER_LINK":
          case "ACCOUNT_SYNC":
          case "ACCOUNT_UNSYNC":
          case "UNIT_TRANSFER":
          case "EDITION_ELIGIBILITY":
            return String(event.payload.account?.accountIdentifier);
          default:
            return event satisfies never;
        }
      };
      expectTypeOf(described).returns.toEqualTypeOf<string>();
    });
  });
});

describe("calls other than events", () => {
  test("have the names and the types of the document", () => {
    expectTypeOf<AppDirectClient["usage"]["report"]>().parameter(0).toEqualTypeOf<UsageReport>();
    expectTypeOf<AppDirectClient["usage"]["report"]>().returns.toEqualTypeOf<Call<UsageResult>>();
    expectTypeOf<AppDirectClient["events"]["getXml"]>().returns.toEqualTypeOf<Call<string>>();
    expectTypeOf<AppDirectClient["userSync"]["create"]>().returns.toEqualTypeOf<Call<undefined>>();
  });

  test("do not compile with an unknown field, or without a required one", () => {
    withEvent((_, appdirect) => {
      const account = { accountIdentifier: "hpw-00317" };
      appdirect.usage.report({ account, items: [{ unit: "USER", quantity: "1.5" }] }, { async: true });
      appdirect.usage.report({ account, items: [{ unit: "A_UNIT_OF_TOMORROW", quantity: 1 }] });
      // @ts-expect-error the account has no id of another kind
      appdirect.usage.report({ account: { id: "hpw-00317" }, items: [] });
      // @ts-expect-error the unit of V1 is called unit
      appdirect.usage.report({ account, items: [{ pricingUnit: "USER", quantity: 1 }] });
      // @ts-expect-error V2 has an idempotency key
      appdirect.usage.reportV2({ billable: true, usages: [] });
      // @ts-expect-error a task names the user
      appdirect.userSync.create({ type: "ASSIGNMENT", operation: "ASSIGN", accountIdentifier: "a" });
    });
  });
});
