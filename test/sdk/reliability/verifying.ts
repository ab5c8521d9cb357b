import { createMemoryNonceStore, RequestVerificationError, verifyRequest } from "apsdirect/oauth1";
import { secretFor } from "../../support/credentials.js";
import { answer, json, type RawRequest } from "../../support/raw-server.js";
import { type Exchange, healthy, type Turn } from "./faulty-platform.js";

/** How a platform verifies. */
export interface VerifyingOptions {
  /** What it believes it is called by. @defaultValue the `Host` of each request */
  readonly publicUrl?: string;
  /** Its clock. */
  readonly now?: () => number;
  readonly secretFor?: (consumerKey: string) => string | undefined;
  /** What it says of its clock. @defaultValue what it is */
  readonly saysItIs?: () => number;
  /** Whether it says 401 and nothing else. */
  readonly isReticent?: boolean;
}

/** Verifies signature, timestamp and nonce, and does what a platform should; or says what is wrong, and executes nothing. */
export function verifying({
  publicUrl,
  now = Date.now,
  saysItIs = now,
  isReticent,
  ...options
}: VerifyingOptions = {}): Turn {
  const nonceStore = createMemoryNonceStore();
  return async (exchange) => {
    const { request, socket } = exchange;
    const [method = "", url = ""] = request.line.split(" ");
    const base = publicUrl ?? `http://${request.headers.get("host")}`;
    try {
      await verifyRequest(
        { method, url, headers: request.headers, body: request.body },
        { secretFor, nonceStore, now, publicUrl: base, ...options },
      );
    } catch (error) {
      if (!(error instanceof RequestVerificationError)) throw error;
      const challenge = `OAuth realm="aps", oauth_problem="${error.problem}"`;
      const date = new Date(saysItIs()).toUTCString();
      const headers = { date, ...(isReticent ? {} : { "www-authenticate": challenge }) };
      socket.write(answer("Unauthorized", { status: 401, headers }));
      return;
    }
    answerVerified(exchange, request);
  };
}

/** The parser of RQL takes no parenthesis but a raw one. */
function answerVerified(exchange: Exchange, { line }: RawRequest): void {
  if (!/%28|%29/i.test(line)) healthy(exchange);
  else exchange.socket.write(json({ error: "RqlParseException", message: "unexpected token" }, { status: 400 }));
}
