/** Makes a type of its own of a text. It exists for the compiler alone. */
declare const position: unique symbol;

/**
 * Text that is safe to print as source. Outside this folder, only `identifier`, which checks the grammar, and the encoders
 * of `literal.ts` turn a document's text into it. All other source text is written in the generator, as a template of
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
