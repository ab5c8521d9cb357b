/** What an element holds. A text stays a text, whatever stands in it; what is `undefined` is left out. */
export type Child = Node | string | undefined;

/** Attributes by name. `true` sets one without a value; `false` and `undefined` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. Nothing on this page becomes an element otherwise, so that no text of a request is ever markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element of the page with this id, which its HTML holds. */
export function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}

/** A control with its label. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  const text = element("span", { class: "label" }, label);
  return element(
    "label",
    { class: "field" },
    text,
    control,
    hint === undefined ? undefined : element("small", {}, hint),
  );
}

/** A button that does something when it is pressed. */
export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

/** A choice of one among some. */
export function choice(options: ReadonlyArray<readonly [value: string, text: string]>): HTMLSelectElement {
  return element("select", {}, ...options.map(([value, text]) => element("option", { value }, text)));
}
