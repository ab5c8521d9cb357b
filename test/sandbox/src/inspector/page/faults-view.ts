import { call } from "./calls.js";
import { button, choice, element, field } from "./element.js";
import type { View } from "./view.js";

type Fault = Readonly<Record<string, unknown>>;

/** A fault that can be switched on. */
interface Offer {
  readonly text: string;
  /** The number that it takes, if any. */
  readonly number?: readonly [name: string, label: string, initial: number];
  /** What else belongs to it. */
  readonly details?: Fault;
}

/** Each kind of fault, and what it does. */
const kinds: Readonly<Record<string, Offer>> = {
  delay: { text: "delay: the answer comes late", number: ["milliseconds", "Milliseconds", 2000] },
  status: { text: "status: an error in place of the answer", number: ["status", "Status", 503] },
  reset: { text: "reset: the connection breaks" },
  truncated: { text: "truncated: the answer ends too early" },
  html: { text: "html: a gateway's page in place of JSON" },
  clock: { text: "clock: the platform's clock goes wrong", number: ["seconds", "Seconds ahead", 900] },
  "rewritten-query": {
    text: "rewritten query: a gateway encodes it twice",
    details: { how: "encoded-twice" },
  },
  duplicate: { text: "duplicate: an event is announced twice" },
};

/** The faults that are on, and a form to switch on another. */
export function createFaultsView(root: HTMLElement): View {
  const list = element("div", { class: "report", role: "status", "aria-label": "Faults that are on" });
  const platform = choice([
    ["aps", "APS bus"],
    ["appdirect", "AppDirect marketplace"],
  ]);
  const path = element("input", { value: "/", required: true, spellcheck: "false" });
  const kind = choice(Object.entries(kinds).map(([value, { text }]) => [value, text]));
  const number = element("input", { type: "number", required: true });
  const numberField = field("", number);
  const times = element("input", { type: "number", min: 1, placeholder: "always" });
  const problem = element("p", { class: "bad", role: "alert" });
  const form = element(
    "form",
    {},
    element("h2", {}, "Switch on a fault"),
    field("Platform", platform),
    field("Path begins with", path),
    field("Kind", kind),
    numberField,
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
      problem.textContent = String(error);
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

  function suitNumber(): void {
    const [, label = "", initial = 0] = kinds[kind.value]?.number ?? [];
    numberField.hidden = label === "";
    number.disabled = label === "";
    number.value = String(initial);
    const caption = numberField.querySelector(".label");
    if (caption) caption.textContent = label;
  }

  kind.addEventListener("change", suitNumber);
  suitNumber();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { number: [name] = [], details } = kinds[kind.value] ?? {};
    replace([
      ...faults,
      {
        platform: platform.value,
        path: path.value,
        kind: kind.value,
        ...details,
        ...(name === undefined ? {} : { [name]: number.valueAsNumber }),
        ...(times.value === "" ? {} : { times: times.valueAsNumber }),
      },
    ]);
  });
  const load = async () => show(await call<readonly Fault[]>("/api/faults"));
  return { show: load, refresh: load };
}

function faultText({ platform, path, kind, times = "always", ...details }: Fault): string {
  const named = Object.entries({ ...details, times }).map(([name, value]) => `${name} ${value}`);
  return [platform, path, kind, ...named].join(" · ");
}
