/** A token of RFC 9110, section 5.6.2: what names of headers and halves of media types are made of. */
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

/** Whether a text can be the name of a header (RFC 9110, section 5.1) or a method. */
export function isToken(text: string): boolean {
  return new RegExp(`^${token}$`).test(text);
}

/**
 * Whether a text can be sent as a media type (RFC 9110, section 8.3.1). What stands behind the semicolon need only be
 * visible: documents write `text/plain; utf-8`, and servers take it. An empty one says nothing, and none is sent for it.
 */
export function isSendable(text: string): boolean {
  return text === "" || new RegExp(`^${token}/${token}[ \\t]*(?:;[\\t\\x20-\\x7e]*)?$`).test(text);
}
