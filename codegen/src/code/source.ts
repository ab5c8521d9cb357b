/** Brand for text types. Exists only for the compiler. */
declare const position: unique symbol;

/**
 * Text that is safe to print as source code. Outside this folder, document text becomes source text only through
 * `identifier`, which checks the grammar, and the encoders in `literal.ts`. All other source text comes from `code`
 * templates in the generator. An emitter that pastes a description into code therefore does not compile.
 */
export type SourceText = string & { readonly [position]: "source" };

/** Line of a doc comment that cannot end the comment. */
export type CommentText = string & { readonly [position]: "comment" };

/** Marks text as safe source text. For this folder only, not for emitters. */
export function sourceText(text: string): SourceText {
  return text as SourceText;
}

/** Marks a comment line as safe. For this folder only, not for emitters. */
export function commentText(text: string): CommentText {
  return text as CommentText;
}
