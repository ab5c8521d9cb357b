/**
 * An event with what the SDK knows of it beside what the marketplace wrote. These names are the SDK's own: what a
 * marketplace might write under one of them is found in `raw`.
 *
 * @param event In its canonical form; what is no object has no facts.
 */
export function addFacts(event: unknown, { raw, id }: KnownOfEvent): unknown {
  if (!isObject(event)) return event;
  const { id: _id, isAddon: _isAddon, raw: _raw, ...written } = event;
  const facts = { ...(id === undefined ? {} : { id }), isAddon: isAddon(written) };
  return Object.defineProperty({ ...written, ...facts }, "raw", { value: raw });
}

/** What is known of an event when it is read. */
interface KnownOfEvent {
  readonly raw: unknown;
  readonly id: string | undefined;
}

/** The token in an event URL: the last segment of its path. Absent where there is none. */
export function readEventId(eventUrl: string): string | undefined {
  const path = eventUrl.replace(/[?#].*$/s, "").replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
  const segment = path.split("/").findLast((part) => part !== "");
  return segment === undefined ? undefined : decoded(segment);
}

/** The old kind has types of its own; an event about today's names the account that the add-on belongs to. */
function isAddon({ type, payload }: JsonObject): boolean {
  if (typeof type === "string" && type.startsWith("ADDON_")) return true;
  const account = isObject(payload) ? payload["account"] : undefined;
  const parent = isObject(account) ? account["parentAccountIdentifier"] : undefined;
  return typeof parent === "string" && parent !== "";
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a token is what the marketplace says it is, and need not be well encoded
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
