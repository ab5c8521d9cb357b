/**
 * Adds the SDK's facts to an event. If the marketplace uses one of their names, its value is only in `raw`.
 *
 * @param event Event in canonical form. Returned unchanged if it is not an object.
 */
export function addFacts(event: unknown, { raw, id }: EventSource): unknown {
  if (!isObject(event)) return event;
  const { id: _id, isAddon: _isAddon, raw: _raw, ...written } = event;
  const facts = { ...(id === undefined ? {} : { id }), isAddon: isAddon(written) };
  return Object.defineProperty({ ...written, ...facts }, "raw", { value: raw });
}

/** Facts that are known when an event is parsed. */
interface EventSource {
  readonly raw: unknown;
  readonly id: string | undefined;
}

/** Returns the token in an event URL: the last segment of its path. */
export function readEventId(eventUrl: string): string | undefined {
  const path = eventUrl.replace(/[?#].*$/s, "").replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
  const segment = path.split("/").findLast((part) => part !== "");
  return segment === undefined ? undefined : decode(segment);
}

/** Old-style add-ons have their own event types. For current ones, the event names the parent account. */
function isAddon({ type, payload }: JsonObject): boolean {
  if (typeof type === "string" && type.startsWith("ADDON_")) return true;
  const account = isObject(payload) ? payload["account"] : undefined;
  const parent = isObject(account) ? account["parentAccountIdentifier"] : undefined;
  return typeof parent === "string" && parent !== "";
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // the marketplace chooses tokens, and may not encode them correctly
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
