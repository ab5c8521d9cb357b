import type { View } from "./view.js";

/** What the keys act on. */
export interface KeyboardTargets {
  /** The addresses of the views, in the order of their digits. */
  readonly addresses: readonly string[];
  readonly help: HTMLDialogElement;
  /** The view that is shown, and where it is. */
  readonly current: () => { readonly view: View; readonly root: HTMLElement; readonly address: string };
}

/** Moves by keys, where nobody is typing and no other key is held. */
export function listenToKeys({ addresses, help, current }: KeyboardTargets): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const { view, root, address } = current();
    if (event.key === "Escape") leave(root, address);
    else if (isTyping(event.target)) return;
    else if (event.key === "/" && view.filter) view.filter.focus();
    else if (event.key === "?") help.showModal();
    else if (event.key === "j" || event.key === "ArrowDown") move(root, 1);
    else if (event.key === "k" || event.key === "ArrowUp") move(root, -1);
    else if (addresses[Number(event.key) - 1] !== undefined) location.hash = addresses[Number(event.key) - 1] ?? "";
    else return;
    event.preventDefault();
  });
}

/** Out of a field first; then what is open is closed. */
function leave(root: HTMLElement, address: string): void {
  const { activeElement } = document;
  if (isTyping(activeElement)) {
    activeElement.blur();
    return;
  }
  const opened = root.querySelector<HTMLElement>("[aria-current]");
  location.hash = address;
  opened?.focus();
}

/** To the next item that is shown. An item that is open takes the next one's place with it. */
function move(root: HTMLElement, step: number): void {
  const items = [...root.querySelectorAll<HTMLElement>("[data-item]")].filter((item) => item.offsetParent !== null);
  const from = items.findIndex((item) => item === document.activeElement || item.matches("[aria-current]"));
  const next = items[from === -1 ? 0 : Math.min(items.length - 1, Math.max(0, from + step))];
  next?.focus();
  if (next instanceof HTMLAnchorElement && root.querySelector("[aria-current]")) next.click();
}

function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
