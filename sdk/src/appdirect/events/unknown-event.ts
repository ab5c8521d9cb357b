import type { Event } from "./event.js";

/**
 * Whether an event is of a type that this version does not know. What it says came through; answer it with
 * `CONFIGURATION_ERROR` and a message that names the type.
 */
export function isUnknown(event: Event): boolean {
  return !Object.hasOwn(knownTypes, event.type);
}

/** A type added to the document does not compile until it has its line here. */
const knownTypes: { readonly [T in Event["type"]]: true } = {
  SUBSCRIPTION_ORDER: true,
  SUBSCRIPTION_CHANGE: true,
  SUBSCRIPTION_CANCEL: true,
  SUBSCRIPTION_NOTICE: true,
  USER_ASSIGNMENT: true,
  USER_UNASSIGNMENT: true,
  USER_UPDATED: true,
  ADDON_ORDER: true,
  ADDON_CHANGE: true,
  ADDON_CANCEL: true,
  ADDON_BIND: true,
  ADDON_UNBIND: true,
  USER_SYNC: true,
  USER_LINK: true,
  ACCOUNT_SYNC: true,
  ACCOUNT_UNSYNC: true,
  UNIT_TRANSFER: true,
  EDITION_ELIGIBILITY: true,
};
