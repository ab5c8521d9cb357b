import type { RqlReading, RqlTree } from "./api-types.js";
import { type Child, element } from "./element.js";

/** Shows an RQL query as a tree. */
export function rqlView(reading: RqlReading): Child {
  if ("problem" in reading) return element("p", { class: "bad" }, `Not valid RQL: ${reading.problem}`);
  const { tree } = reading;
  const roots = tree.kind === "expression" && tree.operator === "" ? tree.operands : [tree];
  return element("ul", { class: "tree" }, ...roots.map(branch));
}

function branch(node: RqlTree): HTMLElement {
  switch (node.kind) {
    case "value":
      return element("li", { class: "branch" }, element("code", {}, node.text), ...meaning(node));
    case "list":
      return element("li", { class: "branch" }, element("span", { class: "operator" }, "one of"), twigs(node.items));
    case "expression":
      return element(
        "li",
        { class: "branch" },
        element("code", { class: "operator" }, node.operator),
        ...arrangement(node.operands),
      );
  }
}

/** Keeps operands on the operator's line if all are values. Otherwise each gets its own line. */
function arrangement(operands: readonly RqlTree[]): readonly Child[] {
  if (!operands.every((operand) => operand.kind === "value")) return [twigs(operands)];
  return operands.flatMap((operand) => [element("code", { class: "operand" }, operand.text), ...meaning(operand)]);
}

function twigs(nodes: readonly RqlTree[]): HTMLElement {
  return element("ul", {}, ...nodes.map(branch));
}

function meaning({ text, value }: { readonly text: string; readonly value: string }): readonly Child[] {
  return text === value ? [] : [element("span", { class: "meaning" }, `means ${JSON.stringify(value)}`)];
}
