/** What makes a type of its own of a text; it exists for the compiler alone. */
declare const position: unique symbol;

/**
 * Text that may stand in source. Nothing outside this folder makes one of a document's text but `identifier`, which
 * knows the grammar, and the encoders of `literal.ts`; the rest is written down in the generator itself, as a template
 * of `code`. So an emitter that pastes a description into code does not compile.
 */
export type SourceText = string & { readonly [position]: "source" };

/** The inside of a doc comment: text that cannot end it. */
export type CommentText = string & { readonly [position]: "comment" };

/** Marks text that this folder has made safe. Not for emitters. */
export function sourceText(text: string): SourceText {
  return text as SourceText;
}

/** Marks the inside of a comment that this folder has made safe. Not for emitters. */
export function markedComment(text: string): CommentText {
  return text as CommentText;
}
