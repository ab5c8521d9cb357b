import type { EventOrder, EventReport, SandboxSummary } from "./api-types.js";
import { call } from "./calls.js";
import { choice, element, field } from "./element.js";
import { indentJson, pairs } from "./request-sheet.js";
import type { View } from "./view.js";

/** Key under which the browser stores the endpoint, so that users enter it only once. */
const rememberedEndpoint = "endpoint";

/** Form for sending events to a vendor, with the vendor's response. */
export function createEventsView(root: HTMLElement, sandbox: Promise<SandboxSummary>): View {
  const type = element("input", {
    list: "event-types",
    required: true,
    value: "SUBSCRIPTION_ORDER",
    spellcheck: "false",
  });
  const types = element("datalist", { id: "event-types" });
  const to = element("input", {
    type: "url",
    required: true,
    placeholder: "http://127.0.0.1:8080/events",
    value: localStorage.getItem(rememberedEndpoint) ?? "",
    spellcheck: "false",
  });
  const account = element("input", { placeholder: "hpw-00317", spellcheck: "false" });
  const flag = choice([
    ["", "none: a real customer"],
    ["STATELESS", "STATELESS: a ping"],
    ["DEVELOPMENT", "DEVELOPMENT: a developer's test"],
  ]);
  const accept = choice([
    ["application/json", "JSON"],
    ["application/xml", "XML"],
  ]);
  const parameter = element("input", { value: "eventUrl", spellcheck: "false" });
  const interactive = element("input", { type: "checkbox" });
  const submit = element("button", { class: "main" }, "Send event");
  const report = element("div", { class: "report", role: "status", "aria-label": "Vendor's response" });
  const form = element(
    "form",
    {},
    element("h2", {}, "Send an event"),
    field("Type", type, "A documented type, or any other."),
    types,
    field("Endpoint", to, "Vendor's endpoint on this machine."),
    field("Account identifier", account, "Identifier that the vendor returned for an order. For all later events."),
    element("div", { class: "pair" }, field("Flag", flag), field("Result as", accept)),
    field("Event URL parameter", parameter),
    element("label", { class: "check" }, interactive, " Deliver through a browser, which returns by the return URL"),
    submit,
  );
  root.append(form, report);
  report.append(element("p", { class: "empty" }, "The vendor's response will appear here."));
  sandbox.then(({ eventTypes }) => types.append(...eventTypes.map((value) => element("option", { value }))));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    localStorage.setItem(rememberedEndpoint, to.value);
    const body: EventOrder = {
      type: type.value.trim(),
      to: to.value,
      parameter: parameter.value,
      interactive: interactive.checked,
      accept: accept.value,
      flag: flag.value === "STATELESS" || flag.value === "DEVELOPMENT" ? flag.value : undefined,
      accountIdentifier: account.value,
    };
    submit.disabled = true;
    report.replaceChildren(element("p", { class: "empty" }, "Sent. Waiting up to 10 seconds for the vendor…"));
    report.replaceChildren(
      ...(await call<EventReport>("/api/events", { method: "POST", body }).then(reportView, (error: Error) => [
        element("h2", {}, "No response"),
        element("p", { class: "bad" }, error.message),
      ])),
    );
    submit.disabled = false;
  });
  return { show: async () => {} };
}

function reportView(report: EventReport): readonly HTMLElement[] {
  const { status, milliseconds, contentType, location, findings, token, eventUrl } = report;
  return [
    element("h2", {}, `The vendor responded with ${status}`),
    element(
      "p",
      { class: "facts" },
      element("span", { class: findings.length === 0 ? "badge good" : "badge bad" }, rulesText(findings.length)),
      element("span", {}, `${milliseconds} ms`),
      element("span", {}, contentType),
    ),
    ...(findings.length === 0
      ? []
      : [element("ul", { class: "findings" }, ...findings.map((each) => element("li", {}, each)))]),
    ...resultView(report),
    pairs([
      ...(location === undefined ? [] : [["Location", location] as const]),
      ["Event URL", eventUrl],
      ["Token", token],
    ]),
  ];
}

/** Shows the response and the final result, which are often the same. */
function resultView({ text, result, problem }: EventReport): readonly HTMLElement[] {
  const answer = indentJson(text);
  if (result !== undefined && indentJson(result) === answer) {
    return [element("h3", {}, "Response and final result"), element("pre", { class: "result" }, answer)];
  }
  return [
    element("h3", {}, "Final result"),
    result === undefined
      ? element("p", { class: "bad" }, problem ?? "")
      : element("pre", { class: "result" }, indentJson(result)),
    element("h3", {}, "Answer"),
    text === "" ? element("p", { class: "empty" }, "The response has no body.") : element("pre", {}, answer),
  ];
}

function rulesText(broken: number): string {
  if (broken === 0) return "follows the documented rules";
  return broken === 1 ? "violates a documented rule" : `violates ${broken} documented rules`;
}
