import type { RequestDetail, SignatureCause } from "./api-types.js";
import { baseStrings } from "./base-strings.js";
import { button, type Child, element } from "./element.js";
import { rqlView } from "./rql-view.js";
import { formatStatus, formatTime, formatVerdict, isFailed, platformNames } from "./verdict-text.js";

/** Details of a request: verdict and causes, then what was signed, then what was sent. */
export function requestSheet(request: RequestDetail, close: () => void): HTMLElement {
  const { number, platform, method, target, receivedAt, verdict, faults, signature, rql, parameters, headers, body } =
    request;
  return element(
    "article",
    { class: "sheet", tabindex: "-1", "aria-labelledby": "sheet-title" },
    element(
      "header",
      {},
      element("h2", { id: "sheet-title", class: "wire" }, element("b", {}, method), ` ${target}`),
      button("Close", close, { class: "quiet" }),
      element(
        "p",
        { class: "facts" },
        element("span", { class: verdict.ok ? "badge good" : "badge bad" }, formatVerdict(request)),
        element("span", { class: isFailed(request) ? "bad" : "" }, `response: ${formatStatus(request)}`),
        ...faults.map((fault) => element("span", { class: "bad" }, `fault: ${fault}`)),
        element("span", {}, platformNames[platform]),
        element("span", {}, `request ${number}`),
        element("time", {}, formatTime(receivedAt)),
      ),
    ),
    verdict.ok ? undefined : part("Why it was rejected", ...causesView(verdict.message, request)),
    "problem" in signature
      ? part("Base string", element("p", { class: "bad" }, `Not available: ${signature.problem}.`))
      : part("Base string", ...baseStrings(signature)),
    rql && part("Query as RQL", rqlView(rql)),
    parameters.length === 0 ? undefined : part("Query", pairs(parameters)),
    part("Headers", pairs(headers)),
    body === "" ? undefined : part("Body", ...bodyView(body)),
  );
}

function part(title: string, ...children: readonly Child[]): HTMLElement {
  return element("section", {}, element("h3", {}, title), ...children);
}

/** Possible causes, followed by the message that the client received, which says less. */
function causesView(message: string, { signature, faults }: RequestDetail): readonly Child[] {
  const causes = "problem" in signature ? [] : signature.causes;
  const fault = faults.length === 0 ? undefined : `An active fault may be the cause: ${faults.join(", ")}.`;
  if (causes.length === 0) return [element("p", {}, formatSentence(message)), fault && element("p", {}, fault)];
  return [
    fault && element("p", {}, fault),
    element("ol", { class: "causes" }, ...causes.map(causeView)),
    element("p", { class: "lead client-message" }, `Message to the client: ${formatSentence(message)}`),
  ];
}

function formatSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

const evidenceNotes: { readonly [E in SignatureCause["evidence"]]: string } = {
  proved: "With this single change, the client's signature matches exactly.",
  fact: "Visible in the request.",
  guess: "Possible: nothing rules it out.",
};

function causeView({ message, evidence, code, sandbox, client }: SignatureCause): HTMLElement {
  const isShown = sandbox !== undefined || client !== undefined;
  return element(
    "li",
    { class: "cause" },
    element("p", {}, message),
    isShown ? pairs([...side("sandbox", sandbox), ...side("client", client)]) : undefined,
    element(
      "p",
      { class: "evidence" },
      element("b", {}, evidence),
      ` ${evidenceNotes[evidence]} `,
      element("code", {}, code),
    ),
  );
}

function side(name: string, text: string | undefined): ReadonlyArray<readonly [string, string]> {
  return text === undefined ? [] : [[name, text === "" ? "(nothing)" : text]];
}

/** Names and values in two columns. */
export function pairs(list: ReadonlyArray<readonly [name: string, value: string]>): HTMLElement {
  return element(
    "dl",
    { class: "pairs" },
    ...list.map(([name, value]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, element("code", {}, value))),
    ),
  );
}

function bodyView(body: string): readonly Child[] {
  const formatted = indentJson(body);
  const length = `${new TextEncoder().encode(body).length.toLocaleString("en-GB")} bytes`;
  return [
    element("p", { class: "lead" }, formatted === body ? length : `${length}, formatted`),
    element("pre", { class: "body" }, formatted),
  ];
}

/** Formats JSON with indentation. Returns other text unchanged. */
export function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
