import type { RequestDetail } from "./api-types.js";
import { call } from "./calls.js";
import { element } from "./element.js";
import { createRequestList, type RequestList } from "./request-list.js";
import { requestSheet } from "./request-sheet.js";
import type { View } from "./view.js";

/** List of requests, with the open request next to it. */
export function createRequestsView(root: HTMLElement): View & Pick<RequestList, "add"> {
  const list = createRequestList();
  const place = element("div", { class: "opened", hidden: true });
  root.append(list.element, place);
  let wanted = "";

  async function open(number: string): Promise<void> {
    const sheet = await call<RequestDetail>(`/api/requests/${encodeURIComponent(number)}`).then(
      (request) => requestSheet(request, close),
      (error: Error) => element("p", { class: "sheet bad" }, error.message),
    );
    if (wanted !== number) return; // another request was opened in the meantime
    place.replaceChildren(sheet);
    place.scrollTop = 0;
    if (!root.contains(document.activeElement)) sheet.focus();
  }

  function close(): void {
    location.hash = "#/requests";
  }

  return {
    filter: list.filter,
    add: list.add,
    async show(number) {
      wanted = number;
      list.mark(number);
      place.hidden = number === "";
      root.classList.toggle("is-open", number !== "");
      if (number === "") place.replaceChildren();
      else await open(number);
    },
  };
}
