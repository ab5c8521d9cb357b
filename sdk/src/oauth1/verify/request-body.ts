import type { RawRequest } from "../encoding/index.js";
import { createRefusal } from "./refusal.js";

/** The raw body, as far as it may be read before the sender is known. A `Request` stays readable. */
export async function readBody(request: Request | RawRequest): Promise<Uint8Array> {
  const body = request instanceof Request ? await drain(request) : bytesOf(request.body);
  if (body.length > LONGEST) throw tooLong();
  return body;
}

/** In bytes. A form with OAuth parameters is far shorter; nobody unknown may fill the memory. */
const LONGEST = 1_048_576;

async function drain(request: Request): Promise<Uint8Array> {
  if (request.bodyUsed) throw new TypeError("verifyRequest must see the request before its body is read");
  const copy = request.clone().body;
  if (copy === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of copy.values({ preventCancel: true })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST) break;
  }
  // Not waited for: a copy counts as cancelled only when its original is, too.
  copy.cancel().catch(() => undefined);
  return Buffer.concat(chunks);
}

function bytesOf(body: unknown = ""): Uint8Array {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError("the body must be the raw text or bytes, from before a framework parsed it");
}

function tooLong(): Error {
  return createRefusal(
    "parameter_rejected",
    `the body is longer than ${LONGEST} bytes, the most that is read to verify it`,
  );
}
