import type { RequestSummary, SandboxSummary } from "./api-types.js";
import { call } from "./calls.js";
import { createDataView } from "./data-view.js";
import { element, elementById } from "./element.js";
import { createEventsView } from "./events-view.js";
import { createFaultsView } from "./faults-view.js";
import { listenToKeys } from "./keyboard.js";
import { createRequestsView } from "./requests-view.js";
import type { View } from "./view.js";

const sandbox = call<SandboxSummary>("/api/sandbox");
const requests = createRequestsView(elementById("requests"));
const views: Readonly<Record<string, View>> = {
  requests,
  data: createDataView(elementById("data")),
  events: createEventsView(elementById("events"), sandbox),
  faults: createFaultsView(elementById("faults")),
};
const names = Object.keys(views);
const notConnected = "not connected";
const help = elementById("help");
if (!(help instanceof HTMLDialogElement)) throw new Error("#help is not a dialog");

/** Reads the current view from the URL hash, so that back, forward and bookmarks work. */
function currentView(): { readonly name: string; readonly rest: string } {
  const [, name = "", rest = ""] = location.hash.split("/");
  return names.includes(name) ? { name, rest } : { name: "requests", rest: "" };
}

function show(): void {
  const { name, rest } = currentView();
  for (const other of names) elementById(other).hidden = other !== name;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#/${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${name[0]?.toUpperCase()}${name.slice(1)} – sandbox inspector`;
  load(views[name]?.show(rest));
}

/** Shows "not connected" if loading fails: the sandbox has stopped or is restarting. */
function load(loading: Promise<void> | undefined): void {
  loading?.catch(() => {
    elementById("live").textContent = notConnected;
  });
}

let isRefreshing = false;

/** Refreshes at most about three times a second, no matter how many requests arrive. */
function scheduleRefresh(): void {
  if (isRefreshing) return;
  isRefreshing = true;
  setTimeout(() => {
    isRefreshing = false;
    load(views[currentView().name]?.refresh?.());
  }, 300);
}

function follow(): void {
  const stream = new EventSource("/api/live");
  const state = elementById("live");
  stream.addEventListener("open", async () => {
    state.textContent = "live";
    const [first, now] = await Promise.all([sandbox, call<SandboxSummary>("/api/sandbox")]);
    if (first.startedAt !== now.startedAt) location.reload(); // the sandbox was restarted, and its numbers start at 1 again
  });
  stream.addEventListener("error", () => {
    state.textContent = notConnected;
  });
  stream.addEventListener("message", ({ data }) => {
    const request: RequestSummary = JSON.parse(data);
    requests.add(request);
    scheduleRefresh();
  });
}

addEventListener("hashchange", show);
elementById("help-button").addEventListener("click", () => help.showModal());
listenToKeys({
  addresses: names.map((name) => `#/${name}`),
  help,
  current() {
    const { name } = currentView();
    return { view: views[name] ?? requests, root: elementById(name), address: `#/${name}` };
  },
});
sandbox.then(({ aps, appdirect }) => {
  elementById("addresses").append(
    ...Object.entries({ APS: aps, AppDirect: appdirect }).map(([name, { baseUrl }]) =>
      element("span", {}, `${name} `, element("code", {}, baseUrl)),
    ),
  );
});
show();
follow();
