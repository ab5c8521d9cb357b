/**
 * Asserts that a text can be sent as a header value (RFC 9110 section 5.5): Latin-1 without control characters.
 * `Headers` would show an invalid value in its error, and silently drop line ends at the start and the end.
 *
 * @param subject Description of the text, for the error. The text itself is not shown, because it may be a secret.
 * @throws TypeError for any other text
 */
export function assertHeaderText(text: unknown, subject: string): asserts text is string {
  if (typeof text !== "string") throw new TypeError(`${subject} must be a string`);
  if (isHeaderText(text)) return;
  const fault = /[\r\n]/.test(text) ? "a line end" : "a character that a header cannot contain";
  throw new TypeError(`${subject} contains ${fault}. Remove it where the value is read; the value is not shown here`);
}

/** Returns true if a text can be sent as a header value. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** Asserts that a secret has no control characters, such as the line end of the file from which it was read. */
export function assertSecretText(text: string, subject: string): void {
  if (!CONTROL.test(text)) return;
  const fault = /[\r\n]/.test(text) ? "a line end" : "a control character";
  throw new TypeError(`${subject} contains ${fault}. Remove it where the value is read; the value is not shown here`);
}

/** Asserts that a text is a valid header name (RFC 9110 section 5.1). @throws TypeError for any other text */
export function assertHeaderName(name: string): void {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is not a valid header name`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression searches for control characters
const CONTROL = /[\0-\x1f\x7f]/;

/**
 * Asserts that the headers of an option can be sent.
 *
 * @throws TypeError that shows the header's name but not its value
 */
export function assertHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) headerText(name, value);
}

/** Checks a header and returns its text. Accepts numbers, like `Headers`. */
export function headerText(name: string, value: string): string {
  const text = String(value);
  assertHeaderName(name);
  assertHeaderText(text, `headers: the value of ${JSON.stringify(name)}`);
  return text;
}
