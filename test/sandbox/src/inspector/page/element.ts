/** Child of an element. Strings become text nodes, never markup; `undefined` is skipped. */
export type Child = Node | string | undefined;

/** Attributes by name. `true` sets an attribute without a value; `false` and `undefined` omit it. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Creates an element. All elements of the page are created here, so that text from requests never becomes markup. */
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

/** Finds an element of the page's HTML by its id. */
export function elementById(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}

/** Control with a label. */
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

/** Button with a click handler. */
export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

/** Select element with the given options. */
export function choice(options: ReadonlyArray<readonly [value: string, text: string]>): HTMLSelectElement {
  return element("select", {}, ...options.map(([value, text]) => element("option", { value }, text)));
}
