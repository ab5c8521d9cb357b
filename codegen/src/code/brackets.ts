import { type SourceText, sourceText } from "./source.js";

/** Kinds of brackets: `{;` holds the members of a type, `{}` the members of a class or the statements of a body. */
export type Bracket = "{" | "[" | "(" | "<" | "{;" | "{}";

/** How brackets of a kind are written. */
interface BracketForm {
  readonly open: SourceText;
  readonly close: SourceText;
  /** Text between two items, and after the last one if each has a line of its own. */
  readonly separator: SourceText;
  /** Whether a separator follows the last item, too. The grammar allows none after the last type argument. */
  readonly trailing: boolean;
  /** Blanks inside the brackets when everything is on one line. */
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
