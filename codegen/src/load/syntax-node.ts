/** Value in YAML or JSON text, before it is interpreted. */
export type SyntaxNode = ScalarNode | ListNode | MapNode | AliasNode;

/** Marks that may precede a value. */
export interface Marked {
  /** Offset of the value itself, after its anchor and tag. */
  readonly start: number;
  readonly anchor: string | undefined;
  readonly tag: { readonly text: string; readonly start: number } | undefined;
}

export interface ScalarNode extends Marked {
  readonly kind: "scalar";
  /** Text with escapes resolved and lines folded. */
  readonly text: string;
  /** True if the scalar is unquoted and may therefore be something other than text. */
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
  /** Name of the anchor. */
  readonly name: string;
  /** Value of the anchor, or `undefined` if no earlier value has it. */
  readonly target: SyntaxNode | undefined;
}
