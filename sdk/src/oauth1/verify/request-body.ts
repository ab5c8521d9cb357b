import type { RawRequest } from "../encoding/index.js";
import { createRefusal } from "./refusal.js";

/** Reads the raw body, up to the limit for unverified senders. A `Request` can still be read afterwards. */
export async function readBody(request: Request | RawRequest): Promise<Uint8Array> {
  const body = request instanceof Request ? await drain(request) : toBytes(request.body);
  if (body.length > LONGEST) throw createTooLongError();
  return body;
}

/** Maximum size of a body, in bytes. OAuth forms are far shorter, and unknown senders must not fill memory. */
const LONGEST = 1_048_576;

async function drain(request: Request): Promise<Uint8Array> {
  if (request.bodyUsed) throw new TypeError("Call verifyRequest before the body of the request is read");
  const copy = request.clone().body;
  if (copy === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of copy.values({ preventCancel: true })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST) break;
  }
  // Not awaited, because a copy is cancelled only when its original is, too.
  copy.cancel().catch(() => undefined);
  return Buffer.concat(chunks);
}

function toBytes(body: unknown = ""): Uint8Array {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError("The body must be raw text or bytes, before a framework parses it");
}

function createTooLongError(): Error {
  return createRefusal("parameter_rejected", `the body is longer than ${LONGEST} bytes, the limit for verification`);
}
