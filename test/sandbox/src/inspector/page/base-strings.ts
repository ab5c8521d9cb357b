import type { ComparedPart, SignatureFindings, Stretch } from "./api-types.js";
import { type Child, element } from "./element.js";

/** Shows both base strings part by part: one line if they agree, otherwise two with the difference marked. */
export function baseStrings(findings: SignatureFindings): readonly Child[] {
  const { parts, baseString, clientBaseString } = findings;
  return [
    element("p", { class: "lead" }, introduction(findings)),
    element("dl", { class: "parts" }, ...parts.map((part) => partRow(part, clientBaseString !== undefined))),
    element(
      "details",
      { class: "whole" },
      element("summary", {}, "Full text"),
      element("p", { class: "side" }, "Sandbox"),
      element("pre", { id: "base-string" }, baseString),
      ...(clientBaseString === undefined || clientBaseString === baseString
        ? []
        : [element("p", { class: "side" }, "Client"), element("pre", {}, clientBaseString)]),
    ),
  ];
}

function introduction({ verdict, clientBaseString, baseString }: SignatureFindings): string {
  if (verdict === "unknown") return "The request has no signature. This is what one would cover.";
  if (clientBaseString === undefined) {
    return "This is what the sandbox signs. The client's base string cannot be derived from its signature.";
  }
  if (clientBaseString === baseString) return "Sandbox and client have the same base string.";
  return "The client signed a different base string. Differences are marked.";
}

function partRow(part: ComparedPart, isClientKnown: boolean): HTMLElement {
  const { name, isSame, sandbox, client } = part;
  const lines = isSame || !isClientKnown ? [line(sandbox)] : [line(sandbox, "sandbox"), line(client, "client")];
  return element(
    "div",
    { class: isSame ? "part" : "part differs" },
    element("dt", {}, name),
    element("dd", {}, ...lines),
  );
}

function line(stretches: readonly Stretch[] | undefined, side?: string): HTMLElement {
  const text = stretches?.map(({ text: stretch, isSame }) => (isSame ? stretch : element("mark", {}, stretch)));
  return element(
    "p",
    { class: "line" },
    side === undefined ? undefined : element("span", { class: "side" }, side),
    element("code", { class: "text" }, ...(text ?? [element("span", { class: "nothing" }, "missing")])),
  );
}
