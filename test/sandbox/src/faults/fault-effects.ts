import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "../failure.js";
import type { OutgoingResponse } from "../http-server.js";
import type { Fault } from "./fault.js";
import type { LateRequests } from "./late-requests.js";
import {
  changeTotal,
  createEmptyList,
  isFiltered,
  mapObjects,
  omitProperties,
  removeRange,
  renameProperty,
} from "./list-faults.js";
import { rewriteTarget } from "./rewrite-query.js";

/** Produces a response. */
export type Respond = () => Promise<OutgoingResponse>;

/** Parts of a platform that faults need. */
export interface FaultySide {
  /** Formats an error like the platform. */
  readonly failure: (failure: Failure) => OutgoingResponse;
  /** Returns the platform's time in milliseconds since 1970. */
  readonly now: () => number;
  /** Request as the platform sees it. */
  readonly request: { readonly method: string; readonly target: string };
  /** Requests to execute later. */
  readonly late: LateRequests;
}

/** Produces the platform's response with faults applied. The first fault is closest to the client. */
export function applyFaults(faults: readonly Fault[], side: FaultySide, answer: Respond): Promise<OutgoingResponse> {
  const answering = faults.reduceRight<Respond>((next, fault) => () => applyFault(fault, side, next), answer);
  return answering();
}

/** Request target as the platform sees it. */
export function applyFaultsToTarget(faults: readonly Fault[], target: string): string {
  return faults.reduce((so, fault) => (fault.kind === "rewritten-query" ? rewriteTarget(so, fault.how) : so), target);
}

/** Offset of the platform's clock in seconds. */
export function clockSkewOf(faults: readonly Fault[]): number {
  return faults.reduce((so, fault) => (fault.kind === "clock" ? so + fault.seconds : so), 0);
}

const noResponse: OutgoingResponse = { status: 0, headers: {}, body: "", delivery: "reset" };

async function applyFault(fault: Fault, side: FaultySide, next: Respond): Promise<OutgoingResponse> {
  const { failure, now } = side;
  switch (fault.kind) {
    case "delay":
      return delayResponse(fault, next);
    case "reset":
      return replaceResponse(fault, next, noResponse);
    case "silence":
      return replaceResponse(fault, next, { ...noResponse, delivery: "silence" });
    case "late":
      side.late.add(fault.milliseconds, next);
      return noResponse;
    case "body":
      return replaceResponse(fault, next, bodyOf(fault));
    case "filters":
      return applyFilterFault(fault, side, next);
    case "hidden-properties":
      return mapObjects(await next(), (object) => omitProperties(object, fault.properties));
    case "renamed-property":
      return mapObjects(await next(), (object) => renameProperty(object, fault.property, fault.to));
    case "unpaged":
      return removeRange(await next());
    case "wrong-total":
      return changeTotal(await next(), fault.by);
    case "status":
      return replaceResponse(fault, next, failure(failureOf(fault)));
    case "html":
      return replaceResponse(fault, next, pageOf(fault.status ?? 502));
    case "unboosted":
      return pageOf(404);
    case "truncated":
      return { ...(await next()), delivery: "truncated" };
    case "clock":
      return setDate(await next(), now() + fault.seconds * 1000);
    default:
      return next();
  }
}

type Kind<K extends Fault["kind"]> = Extract<Fault, { kind: K }>;

/** Delays a response. The timer does not keep the process alive; the connection does, as long as a client waits. */
async function delayResponse({ milliseconds, when }: Kind<"delay">, next: Respond): Promise<OutgoingResponse> {
  const early = when === "after" ? await next() : undefined;
  await wait(milliseconds, undefined, { ref: false });
  return early ?? next();
}

async function replaceResponse(
  { when }: Pick<Kind<"reset">, "when">,
  next: Respond,
  answer: OutgoingResponse,
): Promise<OutgoingResponse> {
  if (when === "after") await next();
  return answer;
}

/** Applies `empty` and `refused`. `ignored` is applied to the request target before the platform sees it. */
async function applyFilterFault(
  { how, status = 400 }: Kind<"filters">,
  { failure, request }: FaultySide,
  next: Respond,
): Promise<OutgoingResponse> {
  if (how === "ignored" || request.method !== "GET" || !isFiltered(request.target)) return next();
  return how === "empty"
    ? createEmptyList(await next())
    : failure(new Failure(status, "The filter contains an unknown property"));
}

function bodyOf({ body, status = 200 }: Kind<"body">): OutgoingResponse {
  return { status, headers: { "Content-Type": "application/json; charset=UTF-8" }, body };
}

function failureOf({ status, retryAfter }: Kind<"status">): Failure {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return new Failure(status, "Injected by a sandbox fault", { headers });
}

function pageOf(status: number): OutgoingResponse {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>`,
  };
}

/** Sets the date of a response. */
export function setDate(answer: OutgoingResponse, milliseconds: number): OutgoingResponse {
  return { ...answer, headers: { ...answer.headers, Date: new Date(milliseconds).toUTCString() } };
}
