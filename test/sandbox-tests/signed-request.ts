import type { IncomingHttpHeaders } from "node:http";
import { type Agent, request as requestHttps } from "node:https";
import type { Sandbox, SandboxCredentials } from "@apsdirect/sandbox";
import { oauth1Signer } from "apsdirect/oauth1";

/** A request to one side of a sandbox. It is signed as its side expects, unless told otherwise. */
export interface SandboxCall {
  readonly side?: "aps" | "appdirect";
  readonly method?: string;
  /** Path and query: goes over the wire as it stands. */
  readonly target: string;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: "localhost" | "127.0.0.1";
  readonly credentials?: SandboxCredentials;
  readonly now?: () => number;
  readonly nonce?: () => string;
  /** `false` sends no Authorization header at all. */
  readonly signed?: boolean;
  /** Keeps connections open from request to request. @defaultValue a connection for this request alone */
  readonly agent?: Agent;
}

export interface SandboxReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request over HTTPS, trusting the sandbox's certificate and no other. */
export async function send(sandbox: Sandbox, call: SandboxCall): Promise<SandboxReply> {
  const { side = "aps", method = "GET", target, body, host = "127.0.0.1" } = call;
  const origin = sandbox[side].baseUrl.replace("127.0.0.1", host);
  const { hostname, port } = new URL(origin);
  const signature = call.signed === false ? {} : await authorization(sandbox, call, origin + target);
  const headers = { ...call.headers, ...signature };
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const options = {
      hostname,
      port,
      path: target,
      method,
      headers,
      ca: sandbox.certificate,
      agent: call.agent ?? false,
    };
    const request = requestHttps(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.on("error", reject).end(text);
  });
}

/** The body of a reply, read as JSON. */
export function json(reply: SandboxReply): unknown {
  return JSON.parse(reply.text);
}

/** The items of a reply to a list. */
export function items(reply: SandboxReply): ReadonlyArray<Record<string, unknown>> {
  const list = json(reply);
  if (!Array.isArray(list)) throw new TypeError(`No list: ${reply.status} ${reply.text}`);
  return list;
}

/** A text property of a reply's body. */
export function text(reply: SandboxReply, name: string): string {
  const body = json(reply);
  if (typeof body === "object" && body !== null && name in body)
    return String(Object.entries(body).find(([key]) => key === name)?.[1]);
  throw new TypeError(`No ${name}: ${reply.status} ${reply.text}`);
}

async function authorization(sandbox: Sandbox, call: SandboxCall, url: string): Promise<Record<string, string>> {
  const { side = "aps", method = "GET", credentials = sandbox[side].credentials, now, nonce } = call;
  const signer = oauth1Signer(credentials, { now, nonce });
  const signed = await signer.sign(new Request(url, { method }));
  return { authorization: signed.headers.get("authorization") ?? "" };
}
