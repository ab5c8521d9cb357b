import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Sandbox } from "@apsdirect/sandbox";
import { oauth1Signer } from "apsdirect/oauth1";

/** A call to the inspector of a sandbox. */
export interface InspectorCall {
  readonly method?: string;
  readonly path: string;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the inspector answered. */
export interface InspectorReply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  /** The body as JSON. */
  json<T>(): T;
}

/** Where the inspector is. */
export function inspectorUrl({ inspector }: Sandbox): string {
  if (inspector === undefined) throw new TypeError("The sandbox has no inspector");
  return inspector.url;
}

/** Calls the inspector as its page does, unless headers say otherwise. */
export async function inspect(sandbox: Sandbox, call: InspectorCall): Promise<InspectorReply> {
  const { method = "GET", path, body, headers } = call;
  const url = inspectorUrl(sandbox);
  const own = method === "GET" ? {} : { origin: url, "content-type": "application/json" };
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { method, headers: { ...own, ...headers }, agent: false, path };
    requestHttp(url, options, resolve).on("error", reject).end(text);
  });
  const answer = await textOf(response);
  const { statusCode: status = 0 } = response;
  return { status, headers: response.headers, text: answer, json: <T>() => JSON.parse(answer) as T };
}

/** Sends a GET to the bus that was signed for another target than it goes to, as a gateway's rewriting makes it. */
export async function sendRewritten(sandbox: Sandbox, signed: string, sent: string): Promise<void> {
  const { baseUrl, credentials } = sandbox.aps;
  const request = await oauth1Signer(credentials).sign(new Request(baseUrl + signed));
  const headers = { authorization: request.headers.get("authorization") ?? "" };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    requestHttps(baseUrl, { path: sent, headers, ca: sandbox.certificate, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
  await textOf(response);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
