import type { ValidationIssue } from "../../errors/index.js";
import { eventSchema } from "../../generated/appdirect/schemas.js";
import type { Event as DocumentedEvent } from "../../generated/appdirect/types.js";
import { describeIssues, findIssues, getValueAt } from "../../runtime/schema/index.js";

/**
 * Finds everything that makes an event unusable: missing values that its type needs, and values that contradict the
 * document. An unknown type needs nothing.
 */
export function findEventIssues(event: unknown): readonly ValidationIssue[] {
  const missing = findNeeds(event).filter((need) => !isMet(need, event));
  const others = findIssues(eventSchema, event).filter(({ path }) => {
    const isCovered = missing.some(({ path: needed }) => `${needed}.`.startsWith(`${path.join(".")}.`));
    return !isCovered || getValueAt(event, path) !== undefined;
  });
  const issues = [...missing.map(describeNeed), ...describeIssues(others, event)];
  // Two parts of the document may describe the same member.
  return [...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values()];
}

/** Value that an event must contain to be usable. An empty text does not count. */
interface Need {
  /** Property names, separated by dots. */
  readonly path: string;
  /** Members of which at least one must be present. */
  readonly oneOf?: readonly string[];
}

const marketplace: Need = { path: "marketplace.baseUrl" };
const payload: Need = { path: "payload" };
const order: Need = { path: "payload.order" };
const account: Need = { path: "payload.account.accountIdentifier" };
const user: Need = { path: "payload.user", oneOf: ["uuid", "email"] };
const addonInstance: Need = { path: "payload.addonInstance.id" };

/** A type added to the document does not compile until it has an entry here. */
const needsByType: Readonly<Record<DocumentedEvent["type"], readonly Need[]>> = {
  SUBSCRIPTION_ORDER: [marketplace, order],
  SUBSCRIPTION_CHANGE: [marketplace, account, order],
  SUBSCRIPTION_CANCEL: [marketplace, account],
  SUBSCRIPTION_NOTICE: [marketplace, account, { path: "payload.notice.type" }],
  USER_ASSIGNMENT: [marketplace, account, user],
  USER_UNASSIGNMENT: [marketplace, account, user],
  USER_UPDATED: [marketplace, account, user],
  ADDON_ORDER: [marketplace, account, { path: "payload.order.addonOfferingCode" }],
  ADDON_CHANGE: [marketplace, account, addonInstance],
  ADDON_CANCEL: [marketplace, account, addonInstance],
  ADDON_BIND: [marketplace, account, addonInstance],
  ADDON_UNBIND: [marketplace, account, addonInstance, { path: "payload.addonBinding.id" }],
  USER_SYNC: [marketplace, payload],
  USER_LINK: [marketplace, payload],
  ACCOUNT_SYNC: [marketplace, payload],
  ACCOUNT_UNSYNC: [marketplace, payload],
  UNIT_TRANSFER: [marketplace, payload],
  EDITION_ELIGIBILITY: [marketplace, payload],
};

function findNeeds(event: unknown): readonly Need[] {
  const needs: Readonly<Record<string, readonly Need[]>> = needsByType;
  const type = getValueAt(event, ["type"]);
  if (typeof type !== "string" || type === "") return [{ path: "type" }];
  return (Object.hasOwn(needs, type) ? needs[type] : undefined) ?? [];
}

function isMet({ path, oneOf }: Need, event: unknown): boolean {
  const value = getValueAt(event, path.split("."));
  return oneOf === undefined ? isGiven(value) : oneOf.some((name) => isGiven(getValueAt(value, [name])));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function describeNeed({ path, oneOf }: Need): ValidationIssue {
  const expected = oneOf === undefined ? "a value" : oneOf.join(" or ");
  return { path: `$.${path}`, message: `expected ${expected}, found none` };
}
