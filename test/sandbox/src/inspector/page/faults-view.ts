import { call } from "./calls.js";
import { button, choice, element, field } from "./element.js";
import type { View } from "./view.js";

type Fault = Readonly<Record<string, unknown>>;

/** Input for a member of a fault. */
interface Detail {
  readonly label: string;
  readonly control: HTMLInputElement | HTMLSelectElement;
  /** Member of the fault. @defaultValue the name of the input */
  readonly member?: string;
  /** Splits the input into a list of words. */
  readonly isList?: boolean;
}

/** Kinds of faults, with a description and their inputs. */
const kinds: Readonly<Record<string, { readonly text: string; readonly details: readonly string[] }>> = {
  delay: { text: "delay: slow response", details: ["milliseconds", "when"] },
  status: { text: "status: error in the platform's format", details: ["status", "retryAfter", "when"] },
  reset: { text: "reset: connection reset", details: ["when"] },
  silence: { text: "silence: no response", details: ["when"] },
  late: { text: "late: connection reset, request executed later", details: ["milliseconds"] },
  body: { text: "body: success with a wrong body", details: ["body", "when"] },
  truncated: { text: "truncated: response cut off", details: [] },
  html: { text: "html: HTML page from a gateway", details: ["status", "when"] },
  clock: { text: "clock: wrong platform clock", details: ["seconds"] },
  "rewritten-query": { text: "rewritten-query: query rewritten by a gateway", details: ["how"] },
  filters: { text: "filters: unsupported list filter", details: ["filtersHow"] },
  "hidden-properties": { text: "hidden-properties: missing properties", details: ["properties"] },
  "renamed-property": { text: "renamed-property: renamed property", details: ["property", "to"] },
  unpaged: { text: "unpaged: every page is the first", details: [] },
  "wrong-total": { text: "wrong-total: wrong total in Content-Range", details: ["by"] },
  duplicate: { text: "duplicate: events sent twice", details: [] },
};

/** List of active faults, with a form to add another. */
export function createFaultsView(root: HTMLElement): View {
  const list = element("div", { class: "report", role: "status", "aria-label": "Active faults" });
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
    element("h2", {}, "Add a fault"),
    field("Platform", platform),
    field("Path starts with", path),
    field("Kind", kind),
    ...fields.map(({ line }) => line),
    field("How many times", times),
    element("button", { class: "main" }, "Add"),
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
        button("Remove", () => replace(faults.filter((_, other) => other !== index)), { "data-item": true }),
      ),
    );
    list.replaceChildren(
      element("h2", {}, "Active"),
      found.length === 0
        ? element("p", { class: "empty" }, "No active faults.")
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
        ["after", "after the platform has acted"],
      ]),
    },
    how: {
      label: "How",
      control: choice([
        ["encoded", "each part encoded: no RQL found"],
        ["sorted", "parts sorted"],
        ["encoded-twice", "encoded twice: invalid signature"],
        ["extended", "parameter added: invalid signature"],
      ]),
    },
    filtersHow: {
      label: "How",
      member: "how",
      control: choice([
        ["ignored", "ignored: the list contains everything"],
        ["empty", "empty: the list is empty"],
        ["refused", "refused: error 400"],
      ]),
    },
    body: { label: "Body", control: text('{"error":"maintenance"}') },
    properties: { label: "Properties", control: text("accountId"), isList: true },
    property: { label: "Property", control: text("orderId") },
    to: { label: "New name", control: text("id") },
    by: { label: "Added to the total", control: number(-1) },
  };
}

/** Member of a fault with its entered value. */
function memberOf(name: string, detail: Detail | undefined): readonly [name: string, value: unknown] {
  const value = entered(detail?.control);
  return [detail?.member ?? name, detail?.isList ? String(value ?? "").match(/\S+/g) : value];
}

/** Entered value, or `undefined`, which JSON omits, if the input is empty. */
function entered(control: HTMLInputElement | HTMLSelectElement | undefined): string | number | undefined {
  if (control === undefined || control.value === "") return undefined;
  return control.type === "number" ? Number(control.value) : control.value;
}

function faultText({ platform = "both platforms", path = "/", kind, times = "always", ...details }: Fault): string {
  const named = Object.entries({ ...details, times }).map(([name, value]) => `${name} ${value}`);
  return [platform, path, kind, ...named].join(" · ");
}
