import { type RqlNode, rql } from "apsdirect/rql";
import type { RqlReading, RqlTree } from "./page/api-types.js";

/** Parses a query as RQL, without OAuth parameters. Returns `undefined` if nothing remains. */
export function parseRql(query: string): RqlReading | undefined {
  const text = query
    .split("&")
    .filter((part) => !part.startsWith("oauth_"))
    .join("&");
  if (text === "") return undefined;
  try {
    return { tree: treeOf(rql.parse(text)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function treeOf(node: RqlNode): RqlTree {
  switch (node.kind) {
    case "expression":
      return { kind: node.kind, operator: node.operator, operands: node.operands.map(treeOf) };
    case "list":
      return { kind: node.kind, items: node.items.map(treeOf) };
    case "value":
      return { kind: node.kind, text: node.text, value: node.value };
  }
}
