import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "../failure.js";
import type { Answer } from "../http-server.js";
import type { Fault } from "./fault.js";
import type { LateRequests } from "./late-requests.js";
import { emptyList, isFiltered, renamed, withObjects, without, withoutRange, withTotal } from "./list-faults.js";
import { rewrittenTarget } from "./rewritten-query.js";

/** Produces a response. */
export type Answering = () => Promise<Answer>;

/** Parts of a platform that faults need. */
export interface FaultySide {
  /** Formats an error like the platform. */
  readonly failure: (failure: Failure) => Answer;
  /** Returns the platform's time in milliseconds since 1970. */
  readonly now: () => number;
  /** Request as the platform sees it. */
  readonly request: { readonly method: string; readonly target: string };
  /** Requests to execute later. */
  readonly late: LateRequests;
}

/** Produces the platform's response with faults applied. The first fault is closest to the client. */
export function underFaults(faults: readonly Fault[], side: FaultySide, answer: Answering): Promise<Answer> {
  const answering = faults.reduceRight<Answering>((next, fault) => () => effectOf(fault, side, next), answer);
  return answering();
}

/** Request target as the platform sees it. */
export function targetUnder(faults: readonly Fault[], target: string): string {
  return faults.reduce((so, fault) => (fault.kind === "rewritten-query" ? rewrittenTarget(so, fault.how) : so), target);
}

/** Offset of the platform's clock in seconds. */
export function skewUnder(faults: readonly Fault[]): number {
  return faults.reduce((so, fault) => (fault.kind === "clock" ? so + fault.seconds : so), 0);
}

const noAnswer: Answer = { status: 0, headers: {}, body: "", delivery: "reset" };

async function effectOf(fault: Fault, side: FaultySide, next: Answering): Promise<Answer> {
  const { failure, now } = side;
  switch (fault.kind) {
    case "delay":
      return delayed(fault, next);
    case "reset":
      return instead(fault, next, noAnswer);
    case "silence":
      return instead(fault, next, { ...noAnswer, delivery: "silence" });
    case "late":
      side.late.add(fault.milliseconds, next);
      return noAnswer;
    case "body":
      return instead(fault, next, bodyOf(fault));
    case "filters":
      return filtered(fault, side, next);
    case "hidden-properties":
      return withObjects(await next(), (object) => without(object, fault.properties));
    case "renamed-property":
      return withObjects(await next(), (object) => renamed(object, fault.property, fault.to));
    case "unpaged":
      return withoutRange(await next());
    case "wrong-total":
      return withTotal(await next(), fault.by);
    case "status":
      return instead(fault, next, failure(failureOf(fault)));
    case "html":
      return instead(fault, next, pageOf(fault.status ?? 502));
    case "unboosted":
      return pageOf(404);
    case "truncated":
      return { ...(await next()), delivery: "truncated" };
    case "clock":
      return dated(await next(), now() + fault.seconds * 1000);
    default:
      return next();
  }
}

type Kind<K extends Fault["kind"]> = Extract<Fault, { kind: K }>;

/** Delays a response. The timer does not keep the process alive; the connection does, as long as a client waits. */
async function delayed({ milliseconds, when }: Kind<"delay">, next: Answering): Promise<Answer> {
  const early = when === "after" ? await next() : undefined;
  await wait(milliseconds, undefined, { ref: false });
  return early ?? next();
}

async function instead({ when }: Pick<Kind<"reset">, "when">, next: Answering, answer: Answer): Promise<Answer> {
  if (when === "after") await next();
  return answer;
}

/** Applies `empty` and `refused`. `ignored` is applied to the request target before the platform sees it. */
async function filtered(
  { how, status = 400 }: Kind<"filters">,
  { failure, request }: FaultySide,
  next: Answering,
): Promise<Answer> {
  if (how === "ignored" || request.method !== "GET" || !isFiltered(request.target)) return next();
  return how === "empty"
    ? emptyList(await next())
    : failure(new Failure(status, "The filter contains an unknown property"));
}

function bodyOf({ body, status = 200 }: Kind<"body">): Answer {
  return { status, headers: { "Content-Type": "application/json; charset=UTF-8" }, body };
}

function failureOf({ status, retryAfter }: Kind<"status">): Failure {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return new Failure(status, "Injected by a sandbox fault", { headers });
}

function pageOf(status: number): Answer {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>`,
  };
}

/** Sets the date of a response. */
export function dated(answer: Answer, milliseconds: number): Answer {
  return { ...answer, headers: { ...answer.headers, Date: new Date(milliseconds).toUTCString() } };
}
