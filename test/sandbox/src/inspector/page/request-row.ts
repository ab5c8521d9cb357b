import type { RequestSummary } from "./api-types.js";
import { element } from "./element.js";
import { formatStatus, formatTime, formatVerdict, isFailed, platformNames } from "./verdict-text.js";

/** Row of the list, as a link to the request. */
export function requestRow(request: RequestSummary): HTMLLIElement {
  const { number, receivedAt, platform, method, target, faults, verdict } = request;
  const link = element(
    "a",
    { href: `#/requests/${number}`, class: verdict.ok ? "row" : "row refused", "data-item": true },
    element("span", { class: "number" }, String(number)),
    element("time", {}, formatTime(receivedAt)),
    element("span", { class: "platform" }, platformNames[platform]),
    element("span", { class: "method" }, method),
    element("span", { class: "target", title: target }, target),
    element("span", { class: isFailed(request) ? "status bad" : "status" }, formatStatus(request)),
    element(
      "span",
      { class: verdict.ok ? "verdict good" : "verdict bad" },
      [formatVerdict(request), ...faults.map((fault) => `fault: ${fault}`)].join(", "),
    ),
  );
  return element("li", { "data-number": number }, link);
}

/** Returns true if a row contains all words of a filter. */
export function isRowWanted(row: HTMLElement, words: readonly string[]): boolean {
  const text = [row.textContent, row.querySelector(".refused") ? "refused" : "accepted"].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}
