/** One of the four parts of the page. */
export interface View {
  /**
   * Shows what the rest of the address names, `""` where it names nothing; called again whenever that changes. Rejects
   * where it cannot be loaded.
   */
  show(rest: string): Promise<void>;
  /** What to do when the view is shown and a request arrived. */
  refresh?(): Promise<void>;
  /** The control that filters, where there is one. */
  readonly filter?: HTMLInputElement;
}
