import { type RqlNode, rql } from "apsdirect/rql";
import type { OutgoingResponse } from "../http-server.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { Fault } from "./fault.js";

/** Removes the clauses from a request target that a platform with these faults ignores. */
export function applyListFaults(faults: readonly Fault[], target: string): string {
  const isIgnoringFilters = faults.some((fault) => fault.kind === "filters" && fault.how === "ignored");
  const isUnpaged = faults.some(({ kind }) => kind === "unpaged");
  const clauses = isIgnoringFilters || isUnpaged ? clausesOf(target) : undefined;
  if (clauses === undefined) return target;
  const known = clauses.filter(
    (clause) => !(isIgnoringFilters && isCondition(clause)) && !(isUnpaged && isCalled(clause, "limit")),
  );
  return [target.slice(0, target.indexOf("?")), ...(known.length === 0 ? [] : [known.join(",")])].join("?");
}

/** Returns true if a request filters a list by properties. */
export function isFiltered(target: string): boolean {
  return clausesOf(target)?.some(isCondition) ?? false;
}

/** Replaces a list by an empty one. */
export function createEmptyList(answer: OutgoingResponse): OutgoingResponse {
  if (!isSuccess(answer)) return answer;
  const { "Content-Range": range, ...headers } = answer.headers;
  return {
    ...answer,
    status: 200,
    headers: range === undefined ? headers : { ...headers, "Content-Range": "items */0" },
    body: "[]",
  };
}

/** Removes the header with the number of items. */
export function removeRange(answer: OutgoingResponse): OutgoingResponse {
  const { "Content-Range": _, ...headers } = answer.headers;
  return { ...answer, status: answer.status === 206 ? 200 : answer.status, headers };
}

/** Changes the total of a response. */
export function changeTotal(answer: OutgoingResponse, by: number): OutgoingResponse {
  const range = answer.headers["Content-Range"];
  if (range === undefined) return answer;
  const wrong = range.replace(/\d+$/, (total) => String(Math.max(0, Number(total) + by)));
  return { ...answer, headers: { ...answer.headers, "Content-Range": wrong } };
}

/** Transforms the object in a response, or each object in its list. */
export function mapObjects(answer: OutgoingResponse, change: (object: JsonObject) => JsonObject): OutgoingResponse {
  if (!isSuccess(answer) || !answer.headers["Content-Type"]?.includes("json") || answer.body === "") return answer;
  const body: Json = JSON.parse(answer.body);
  const changed = (item: Json): Json => (isJsonObject(item) ? change(item) : item);
  return { ...answer, body: JSON.stringify(Array.isArray(body) ? body.map(changed) : changed(body)) };
}

/** Removes properties of an object. */
export function omitProperties(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Renames a property of an object. */
export function renameProperty(object: JsonObject, property: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name === property ? to : name, value]));
}

function isSuccess({ status }: OutgoingResponse): boolean {
  return status >= 200 && status < 300;
}

/** Clauses of a query, or `undefined` if there is no valid query. */
function clausesOf(target: string): readonly RqlNode[] | undefined {
  const at = target.indexOf("?");
  if (at === -1) return undefined;
  try {
    return rql.parse(target.slice(at + 1)).operands;
  } catch {
    return undefined;
  }
}

/** Returns true for a clause that filters items. Types are not properties, and every platform knows them. */
function isCondition(clause: RqlNode): boolean {
  return !["select", "sort", "limit", "implementing", "composing"].some((operator) => isCalled(clause, operator));
}

function isCalled(clause: RqlNode, operator: string): boolean {
  return clause.kind === "expression" && clause.operator === operator;
}
