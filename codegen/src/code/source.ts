/** Makes a type of its own of a text. It exists for the compiler alone. */
declare const position: unique symbol;

/**
 * Text that may stand in source. Outside this folder, nothing makes one of a document's text but `identifier`, which
 * knows the grammar, and the encoders of `literal.ts`. The rest is written in the generator itself, as a template of
 * `code`. So an emitter that pastes a description into code does not compile.
 */
export type SourceText = string & { readonly [position]: "source" };

/** Line of a doc comment, which cannot end the comment. */
export type CommentText = string & { readonly [position]: "comment" };

/** Marks text that this folder has made safe. Not for emitters. */
export function sourceText(text: string): SourceText {
  return text as SourceText;
}

/** Marks a line of a comment that this folder has made safe. Not for emitters. */
export function commentText(text: string): CommentText {
  return text as CommentText;
}
