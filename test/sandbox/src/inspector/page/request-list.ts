import type { RequestSummary } from "./api-types.js";
import { element } from "./element.js";
import { isRowWanted, requestRow } from "./request-row.js";

/** Maximum number of rows, the same as the sandbox keeps. */
const mostRows = 1000;

/** List of requests, newest first. */
export interface RequestList {
  readonly element: HTMLElement;
  readonly filter: HTMLInputElement;
  /** Adds a request. It appears with the next frame, so that a thousand requests do not cause a thousand layouts. */
  add(request: RequestSummary): void;
  /** Marks the open request. */
  mark(number: string): void;
}

/** Creates an empty list. */
export function createRequestList(): RequestList {
  const filter = element("input", {
    type: "search",
    placeholder: "Filter: refused post orders",
    "aria-label": "Filter requests by words",
    autocomplete: "off",
    spellcheck: "false",
  });
  const count = element("p", { class: "count", role: "status" });
  const empty = element("p", { class: "empty" }, "No requests yet. Send one to either of the two URLs above.");
  const rows = element("ol", { class: "rows", reversed: true });
  let waiting: RequestSummary[] = [];
  let opened = "";

  const words = () => filter.value.toLowerCase().split(/\s+/).filter(Boolean);

  function flush(): void {
    const wanted = words();
    const added = waiting.map((request) => {
      const row = requestRow(request);
      row.hidden = !isRowWanted(row, wanted);
      return row;
    });
    waiting = [];
    rows.prepend(...added.reverse());
    while (rows.childElementCount > mostRows) rows.lastElementChild?.remove();
    tell();
  }

  function sift(): void {
    const wanted = words();
    for (const row of rows.querySelectorAll("li")) row.hidden = !isRowWanted(row, wanted);
    tell();
  }

  function tell(): void {
    const all = rows.childElementCount;
    const shown = words().length === 0 ? all : rows.querySelectorAll("li:not([hidden])").length;
    count.textContent = shown === all ? `${all} kept` : `${shown} of ${all}`;
    empty.hidden = all > 0;
    mark(opened);
  }

  function mark(number: string): void {
    opened = number;
    rows.querySelector("[aria-current]")?.removeAttribute("aria-current");
    rows.querySelector(`[data-number="${CSS.escape(number)}"] a`)?.setAttribute("aria-current", "true");
  }

  filter.addEventListener("input", sift);
  return {
    element: element("div", { class: "list" }, element("div", { class: "bar" }, filter, count), empty, rows),
    filter,
    add(request) {
      if (waiting.length === 0) requestAnimationFrame(flush);
      waiting.push(request);
      if (waiting.length > 2 * mostRows) waiting = waiting.slice(-mostRows); // a background page draws no frames
    },
    mark,
  };
}
