/** One of the four views of the page. */
export interface View {
  /**
   * Shows the item that the rest of the URL hash refers to, or none for `""`. Called again whenever the hash changes.
   * Rejects if loading fails.
   */
  show(rest: string): Promise<void>;
  /** Called when a request arrives while the view is visible. */
  refresh?(): Promise<void>;
  /** Filter input, if the view has one. */
  readonly filter?: HTMLInputElement;
}
