import { type RqlNode, rql } from "apsdirect/rql";
import type { Answer } from "../http-server.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { Fault } from "./fault.js";

/** The request target as a platform acts on it that does not know how to filter a list, or to page it. */
export function listTargetUnder(faults: readonly Fault[], target: string): string {
  const isIgnoringFilters = faults.some((fault) => fault.kind === "filters" && fault.how === "ignored");
  const isUnpaged = faults.some(({ kind }) => kind === "unpaged");
  const clauses = isIgnoringFilters || isUnpaged ? clausesOf(target) : undefined;
  if (clauses === undefined) return target;
  const known = clauses.filter(
    (clause) => !(isIgnoringFilters && isCondition(clause)) && !(isUnpaged && isCalled(clause, "limit")),
  );
  return [target.slice(0, target.indexOf("?")), ...(known.length === 0 ? [] : [known.join(",")])].join("?");
}

/** Whether a request asks for a part of a list by what its items are. */
export function isFiltered(target: string): boolean {
  return clausesOf(target)?.some(isCondition) ?? false;
}

/** A list without items, as the platform would answer it. */
export function emptyList(answer: Answer): Answer {
  if (!isSuccess(answer)) return answer;
  const { "Content-Range": range, ...headers } = answer.headers;
  return {
    ...answer,
    status: 200,
    headers: range === undefined ? headers : { ...headers, "Content-Range": "items */0" },
    body: "[]",
  };
}

/** An answer without the header that says how many items there are. */
export function withoutRange(answer: Answer): Answer {
  const { "Content-Range": _, ...headers } = answer.headers;
  return { ...answer, status: answer.status === 206 ? 200 : answer.status, headers };
}

/** An answer whose total is wrong. */
export function withTotal(answer: Answer, by: number): Answer {
  const range = answer.headers["Content-Range"];
  if (range === undefined) return answer;
  const wrong = range.replace(/\d+$/, (total) => String(Math.max(0, Number(total) + by)));
  return { ...answer, headers: { ...answer.headers, "Content-Range": wrong } };
}

/** An answer with its object, or each object of its list, changed. */
export function withObjects(answer: Answer, change: (object: JsonObject) => JsonObject): Answer {
  if (!isSuccess(answer) || !answer.headers["Content-Type"]?.includes("json") || answer.body === "") return answer;
  const body: Json = JSON.parse(answer.body);
  const changed = (item: Json): Json => (isJsonObject(item) ? change(item) : item);
  return { ...answer, body: JSON.stringify(Array.isArray(body) ? body.map(changed) : changed(body)) };
}

/** An object without some of its properties. */
export function without(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** An object that calls a property by another name. */
export function renamed(object: JsonObject, property: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name === property ? to : name, value]));
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** Clauses of a query, `undefined` where there is none that can be read. */
function clausesOf(target: string): readonly RqlNode[] | undefined {
  const at = target.indexOf("?");
  if (at === -1) return undefined;
  try {
    return rql.parse(target.slice(at + 1)).operands;
  } catch {
    return undefined;
  }
}

/** A clause that says which items are wanted. Their type is no property, and every platform knows it. */
function isCondition(clause: RqlNode): boolean {
  return !["select", "sort", "limit", "implementing", "composing"].some((operator) => isCalled(clause, operator));
}

function isCalled(clause: RqlNode, operator: string): boolean {
  return clause.kind === "expression" && clause.operator === operator;
}
