import { call } from "./calls.js";
import { button, choice, element, field } from "./element.js";
import type { View } from "./view.js";

type Fault = Readonly<Record<string, unknown>>;

/** A detail of a fault: its control, and what that is called. */
interface Detail {
  readonly label: string;
  readonly control: HTMLInputElement | HTMLSelectElement;
  /** Member of the fault. @defaultValue the name of the detail */
  readonly member?: string;
  /** Makes a list of the words that were entered. */
  readonly isList?: boolean;
}

/** Each kind of fault: what it does, and which details it has. */
const kinds: Readonly<Record<string, { readonly text: string; readonly details: readonly string[] }>> = {
  delay: { text: "delay: the answer takes its time", details: ["milliseconds", "when"] },
  status: { text: "status: an error in the platform's form", details: ["status", "retryAfter", "when"] },
  reset: { text: "reset: the connection breaks", details: ["when"] },
  silence: { text: "silence: no answer comes", details: ["when"] },
  late: { text: "late: the connection breaks, and the request is executed later", details: ["milliseconds"] },
  body: { text: "body: a success says something else", details: ["body", "when"] },
  truncated: { text: "truncated: the answer ends in its middle", details: [] },
  html: { text: "html: a page of a gateway", details: ["status", "when"] },
  clock: { text: "clock: the platform's is wrong", details: ["seconds"] },
  "rewritten-query": { text: "rewritten-query: a gateway writes it anew", details: ["how"] },
  filters: { text: "filters: a list does not know its filter", details: ["filtersHow"] },
  "hidden-properties": { text: "hidden-properties: some are not shown", details: ["properties"] },
  "renamed-property": { text: "renamed-property: one has another name", details: ["property", "to"] },
  unpaged: { text: "unpaged: every page is the first", details: [] },
  "wrong-total": { text: "wrong-total: Content-Range is wrong", details: ["by"] },
  duplicate: { text: "duplicate: an event is announced twice", details: [] },
};

/** The faults that are on, and a form to switch on another. */
export function createFaultsView(root: HTMLElement): View {
  const list = element("div", { class: "report", role: "status", "aria-label": "Faults that are on" });
  const platform = choice([
    ["", "both"],
    ["aps", "APS bus"],
    ["appdirect", "AppDirect marketplace"],
  ]);
  const path = element("input", { value: "/", required: true, spellcheck: "false" });
  const kind = choice(Object.entries(kinds).map(([value, { text }]) => [value, text]));
  const times = element("input", { type: "number", min: 1, placeholder: "always" });
  const details = createDetails();
  const fields = Object.entries(details).map(([name, { label, control }]) => ({ name, line: field(label, control) }));
  const problem = element("p", { class: "bad", role: "alert" });
  const form = element(
    "form",
    {},
    element("h2", {}, "Switch on a fault"),
    field("Platform", platform),
    field("Path begins with", path),
    field("Kind", kind),
    ...fields.map(({ line }) => line),
    field("How many times", times),
    element("button", { class: "main" }, "Switch on"),
    problem,
  );
  root.append(form, list);
  let faults: readonly Fault[] = [];

  async function replace(others: readonly Fault[]): Promise<void> {
    try {
      show(await call<readonly Fault[]>("/api/faults", { method: "PUT", body: others }));
      problem.textContent = "";
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  function show(found: readonly Fault[]): void {
    faults = found;
    const entries = found.map((fault, index) =>
      element(
        "li",
        { class: "fault" },
        element("code", {}, faultText(fault)),
        button("Switch off", () => replace(faults.filter((_, other) => other !== index)), { "data-item": true }),
      ),
    );
    list.replaceChildren(
      element("h2", {}, "On"),
      found.length === 0
        ? element("p", { class: "empty" }, "No fault is on.")
        : element("ul", { class: "faults" }, ...entries),
    );
  }

  const namesOfKind = () => kinds[kind.value]?.details ?? [];

  function suitKind(): void {
    for (const { name, line } of fields) line.hidden = !namesOfKind().includes(name);
  }

  kind.addEventListener("change", suitKind);
  suitKind();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = namesOfKind().map((name) => memberOf(name, details[name]));
    const scope = { platform: entered(platform), path: path.value, kind: kind.value, times: entered(times) };
    replace([...faults, { ...scope, ...Object.fromEntries(values) }]);
  });
  const load = async () => show(await call<readonly Fault[]>("/api/faults"));
  return { show: load, refresh: load };
}

function createDetails(): Readonly<Record<string, Detail>> {
  const number = (value: number | undefined) => element("input", { type: "number", value });
  const text = (value: string) => element("input", { value, spellcheck: "false" });
  return {
    milliseconds: { label: "Milliseconds", control: number(2000) },
    status: { label: "Status", control: number(503) },
    retryAfter: { label: "Retry-After, in seconds", control: number(undefined) },
    seconds: { label: "Seconds ahead", control: number(900) },
    when: {
      label: "When",
      control: choice([
        ["before", "before the platform has acted"],
        ["after", "when the platform has acted"],
      ]),
    },
    how: {
      label: "How",
      control: choice([
        ["encoded", "each part encoded: no RQL is found"],
        ["sorted", "parts sorted"],
        ["encoded-twice", "encoded twice: the signature fails"],
        ["extended", "a parameter added: the signature fails"],
      ]),
    },
    filtersHow: {
      label: "How",
      member: "how",
      control: choice([
        ["ignored", "ignored: the list shows everything"],
        ["empty", "empty: the list shows nothing"],
        ["refused", "refused: an error 400"],
      ]),
    },
    body: { label: "Body", control: text('{"error":"maintenance"}') },
    properties: { label: "Properties", control: text("accountId"), isList: true },
    property: { label: "Property", control: text("orderId") },
    to: { label: "Its name", control: text("id") },
    by: { label: "Added to the total", control: number(-1) },
  };
}

/** A member of a fault, as it was entered. */
function memberOf(name: string, detail: Detail | undefined): readonly [name: string, value: unknown] {
  const value = entered(detail?.control);
  return [detail?.member ?? name, detail?.isList ? String(value ?? "").match(/\S+/g) : value];
}

/** `undefined`, which JSON leaves out, for what is not filled in. */
function entered(control: HTMLInputElement | HTMLSelectElement | undefined): string | number | undefined {
  if (control === undefined || control.value === "") return undefined;
  return control.type === "number" ? Number(control.value) : control.value;
}

function faultText({ platform = "both platforms", path = "/", kind, times = "always", ...details }: Fault): string {
  const named = Object.entries({ ...details, times }).map(([name, value]) => `${name} ${value}`);
  return [platform, path, kind, ...named].join(" · ");
}
