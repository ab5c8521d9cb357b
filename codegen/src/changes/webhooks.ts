import type { Model, Webhook } from "../model/index.js";
import type { Draft } from "./change.js";
import { createLookup } from "./compatibility.js";
import { compareDocs } from "./docs.js";
import { type ComparisonContext, compareTypes } from "./types.js";

/** Compares the webhooks of two clients: their keys and payloads. */
export function compareWebhooks(old: Model, next: Model): readonly Draft[] {
  const sides = { old: createLookup(old), next: createLookup(next) };
  const successors = new Map(next.webhooks.map((webhook) => [webhook.key, webhook]));
  const known = new Set(old.webhooks.map(({ key }) => key));
  return [
    ...old.webhooks.flatMap((webhook) => {
      const successor = successors.get(webhook.key);
      if (successor === undefined) return [draft(webhook, "webhook-removed", "The webhook was removed.", "old")];
      return compareWebhook(webhook, successor, sides);
    }),
    ...next.webhooks
      .filter(({ key }) => !known.has(key))
      .map((webhook) => draft(webhook, "webhook-added", "The webhook is new.", "new")),
  ];
}

function compareWebhook(old: Webhook, next: Webhook, sides: ComparisonContext["sides"]): readonly Draft[] {
  const setting: ComparisonContext = {
    sides,
    directions: new Set(["received"]),
    where: whereOf(old),
    type: old.payloadName,
    path: [],
    place: [...old.place, "requestBody"],
  };
  const both = (kind: Draft["kind"], message: string): Draft => {
    return { ...draft(old, kind, message, "old"), new: next.place };
  };
  const renamed = `Its payload type is now called \`${next.payloadName}\`.`;
  return [
    ...(old.payloadName === next.payloadName ? [] : [both("payload-renamed", renamed)]),
    ...compareTypes(old.payload, next.payload, setting),
    ...compareDocs(old.docs, next.docs).map(({ kind, message }) => both(kind, message)),
  ];
}

function whereOf({ key }: Webhook): string {
  return `webhooks.${key}`;
}

function draft(webhook: Webhook, kind: Draft["kind"], message: string, side: "old" | "new"): Draft {
  return {
    where: whereOf(webhook),
    kind,
    message,
    subject: { kind: "type", type: webhook.payloadName },
    directions: new Set(["received"]),
    [side]: webhook.place,
  };
}
