import { call } from "./calls.js";
import { element } from "./element.js";
import type { View } from "./view.js";

type Item = Readonly<Record<string, unknown>>;

/** View of the current orders and resources. */
export function createDataView(root: HTMLElement): View {
  const filter = element("input", {
    type: "search",
    placeholder: "Filter resources",
    "aria-label": "Filter resources by words",
    autocomplete: "off",
    spellcheck: "false",
  });
  const orders = element("div", { class: "orders" });
  const resources = element("div", { class: "resources" });
  root.append(
    element("h2", {}, "Orders"),
    orders,
    element("div", { class: "bar" }, element("h2", {}, "Resources"), filter),
    resources,
  );
  filter.addEventListener("input", sift);

  async function load(): Promise<void> {
    const [newOrders, newResources] = await Promise.all([
      call<readonly Item[]>("/api/orders"),
      call<readonly Item[]>("/api/resources"),
    ]);
    orders.replaceChildren(ordersTable(newOrders));
    const open = new Set([...resources.querySelectorAll("details[open]")].map(({ id }) => id));
    resources.replaceChildren(...newResources.map((resource) => resourceEntry(resource, open)));
    sift();
  }

  function sift(): void {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const entry of resources.querySelectorAll("details")) {
      const text = entry.textContent.toLowerCase();
      entry.hidden = !words.every((word) => text.includes(word));
    }
  }

  return { filter, show: load, refresh: load };
}

const columns = [
  "orderNumber",
  "type",
  "status",
  "provisioningStatus",
  "creationDate",
  "accountId",
  "orderId",
] as const;

function ordersTable(orders: readonly Item[]): HTMLElement {
  if (orders.length === 0) return element("p", { class: "empty" }, "No order has been placed yet.");
  const head = [...columns, "total"].map((name) => element("th", { scope: "col" }, name));
  const rows = [...orders].reverse().map((order) => {
    const cells = columns.map((name) => element("td", {}, String(order[name] ?? "")));
    return element("tr", {}, ...cells, element("td", {}, formatMoney(order["total"])));
  });
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
}

function formatMoney(total: unknown): string {
  const { value, code } = recordOf(total);
  return value === undefined ? "" : `${value} ${code ?? ""}`;
}

function resourceEntry(resource: Item, open: ReadonlySet<string>): HTMLElement {
  const { id, type } = recordOf(resource["aps"]);
  const key = `resource-${id}`;
  return element(
    "details",
    { id: key, open: open.has(key) },
    element(
      "summary",
      { "data-item": true },
      element("span", { class: "name" }, nameOf(resource)),
      element("code", { class: "type" }, String(type).replace(/^https?:\/\/[^/]+\/aps\/types\//, "…/")),
    ),
    element("pre", {}, JSON.stringify(resource, null, 2)),
  );
}

/** Human-readable name of a resource, or its APS ID. */
function nameOf(resource: Item): string {
  const { companyName, fullName, name, displayName, aps } = resource;
  const localized = recordOf(name)["en_US"];
  const found = [companyName, fullName, name, localized, displayName].find(
    (each) => typeof each === "string" && each !== "",
  );
  return String(found ?? recordOf(aps)["id"]);
}

function recordOf(value: unknown): Item {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
