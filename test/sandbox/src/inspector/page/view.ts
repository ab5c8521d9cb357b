/** One of the four parts of the page. */
export interface View {
  /** Shows what the rest of the address names, `""` where it names nothing; called again whenever that changes. */
  show(rest: string): void;
  /** What to do when the view is shown and a request arrived. */
  refresh?(): void;
  /** The control that filters, where there is one. */
  readonly filter?: HTMLInputElement;
}
