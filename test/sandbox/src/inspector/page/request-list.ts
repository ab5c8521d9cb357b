import type { RequestSummary } from "./answers.js";
import { element } from "./element.js";
import { isRowWanted, requestRow } from "./request-row.js";

/** As many as the sandbox keeps. */
const mostRows = 1000;

/** The list of requests: newest first. */
export interface RequestList {
  readonly element: HTMLElement;
  readonly filter: HTMLInputElement;
  /** Takes a request on; it is shown with the next frame, so that a thousand of them cost no thousand layouts. */
  add(request: RequestSummary): void;
  /** Marks the request that is open. */
  mark(number: string): void;
}

/** An empty list. */
export function createRequestList(): RequestList {
  const filter = element("input", {
    type: "search",
    placeholder: "Filter: refused post orders",
    "aria-label": "Filter requests by words",
    autocomplete: "off",
    spellcheck: "false",
  });
  const count = element("p", { class: "count", role: "status" });
  const empty = element(
    "p",
    { class: "empty" },
    "Nothing has arrived yet. Send a request to one of the two addresses above.",
  );
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
      if (waiting.length > 2 * mostRows) waiting = waiting.slice(-mostRows); // a page in the background draws nothing
    },
    mark,
  };
}
