/** A value of a text, as it is written. JSON is YAML, too. */
export type SyntaxNode = ScalarNode | ListNode | MapNode | AliasNode;

/** What may stand before a value. */
export interface Marked {
  /** Offset at which the value begins, behind what marks it. */
  readonly start: number;
  readonly anchor: string | undefined;
  readonly tag: { readonly text: string; readonly start: number } | undefined;
}

export interface ScalarNode extends Marked {
  readonly kind: "scalar";
  /** Escapes read, lines folded. */
  readonly text: string;
  /** Whether it stands without quotation marks, and may so be something else than text. */
  readonly isPlain: boolean;
}

export interface ListNode extends Marked {
  readonly kind: "list";
  readonly items: readonly SyntaxNode[];
}

export interface MapNode extends Marked {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

export interface AliasNode {
  readonly kind: "alias";
  readonly start: number;
  /** The anchor that it names. */
  readonly name: string;
  /** What that anchor stands at; `undefined` where nothing bears it before. */
  readonly target: SyntaxNode | undefined;
}
