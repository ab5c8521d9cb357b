import { type SourceText, sourceText } from "./source.js";

/** Kinds of brackets: `{;` holds the members of a type, `{}` the members of a class or the statements of a body. */
export type Bracket = "{" | "[" | "(" | "<" | "{;" | "{}";

/** Text of one kind of bracket. */
interface BracketForm {
  readonly open: SourceText;
  readonly close: SourceText;
  /** Separator between items. It also follows the last item if each item has its own line. */
  readonly separator: SourceText;
  /** True if a separator may also follow the last item. The grammar allows none after the last type argument. */
  readonly trailing: boolean;
  /** Padding inside the brackets when everything is on one line. */
  readonly padding: SourceText;
}

/** Forms of all kinds of brackets. */
export const bracketForms: { readonly [B in Bracket]: BracketForm } = {
  "{": bracketForm("{", "}", ",", { padding: " " }),
  "[": bracketForm("[", "]", ","),
  "(": bracketForm("(", ")", ","),
  "<": bracketForm("<", ">", ",", { trailing: false }),
  "{;": bracketForm("{", "}", ";", { padding: " " }),
  "{}": bracketForm("{", "}", "", { padding: " " }),
};

function bracketForm(
  open: string,
  close: string,
  separator: string,
  { trailing = true, padding = "" } = {},
): BracketForm {
  return {
    open: sourceText(open),
    close: sourceText(close),
    separator: sourceText(separator),
    trailing,
    padding: sourceText(padding),
  };
}
