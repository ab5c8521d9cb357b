/** A body that a platform may send in the place of another one, and what the SDK makes of it. */
export interface Mutated {
  readonly sent: unknown;
  readonly received: unknown;
}

/** Properties that the document requires, so that they stay. */
const required = new Set(["aps", "id", "type", "orderId", "unit", "duration", "value", "code", "apsType", "method"]);

/** Whole numbers of the document, which may arrive as text. Those that it does not know stay as they come. */
const integers = new Set(["revision", "planId", "subscriptionId"]);

/** Values of documented enums, which a platform may add to. */
const enums = new Set(["status", "serviceStatus", "provisioningStatus", "link", "name"]);

/**
 * Changes a body at random: adds a field at each level, takes one away or makes it `null`, replaces a value of an enum,
 * writes a whole number as text.
 *
 * @param pick The next random number, from 0.
 */
export function mutated(body: unknown, pick: () => number): Mutated {
  if (Array.isArray(body)) {
    const items = body.map((item) => mutated(item, pick));
    return { sent: items.map(({ sent }) => sent), received: items.map(({ received }) => received) };
  }
  if (typeof body !== "object" || body === null) return { sent: body, received: body };
  const sent: Record<string, unknown> = {};
  const received: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const change = pick() % 5;
    const isLeft = change > 1 || required.has(name);
    if (!isLeft && change === 1) sent[name] = null;
    if (!isLeft) continue;
    const inner = mutated(value, pick);
    const isEnum = change === 3 && enums.has(name) && typeof value === "string";
    const isText = change === 2 && integers.has(name) && Number.isInteger(value);
    sent[name] = isEnum ? "SOMETHING_NEW" : isText ? String(value) : inner.sent;
    received[name] = isEnum ? "SOMETHING_NEW" : inner.received;
  }
  if (Object.keys(body).some((name) => /^[a-z]{2}_[A-Z]{2}$/.test(name))) {
    // A map of texts by locale takes a further locale, and no other field.
    return { sent: { ...sent, xx_XX: "text" }, received: { ...received, xx_XX: "text" } };
  }
  const added = { ofTheFuture: pick(), deep: [{ er: "text" }] };
  return { sent: { ...sent, xNew: added }, received: { ...received, xNew: added } };
}
