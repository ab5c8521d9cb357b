import type { View } from "./view.js";

/** Parts of the page that keys act on. */
export interface KeyboardTargets {
  /** URL hashes of the views, in the order of their digit keys. */
  readonly addresses: readonly string[];
  readonly help: HTMLDialogElement;
  /** Returns the current view and its location. */
  readonly current: () => { readonly view: View; readonly root: HTMLElement; readonly address: string };
}

/** Handles keyboard shortcuts, unless the user is typing or holds a modifier key. */
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

/** Leaves an input field, or else closes the open item. */
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

/** Moves to the next visible item. If an item is open, opens the next one instead. */
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
