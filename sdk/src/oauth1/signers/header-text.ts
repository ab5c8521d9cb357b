/**
 * Asserts that a text can be sent as the value of a header (RFC 9110 section 5.5): Latin-1 without control characters.
 * `Headers` would refuse the others with a message that shows the value, and drop a line end at either end in silence.
 *
 * @param subject What the text is, for the message. The text itself is not shown: it may be a secret.
 * @throws TypeError for any other text
 */
export function assertHeaderText(text: unknown, subject: string): asserts text is string {
  if (typeof text !== "string") throw new TypeError(`${subject} must be a text`);
  if (isHeaderText(text)) return;
  const fault = /[\r\n]/.test(text) ? "a line end" : "a character that a header cannot have";
  throw new TypeError(`${subject} has ${fault}. Remove it where the value is read; the value is not shown here`);
}

/** Whether a text can be sent as the value of a header. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** Asserts that a secret holds no control character, such as the line end of the file that it was read from. */
export function assertSecretText(text: string, subject: string): void {
  if (!CONTROL.test(text)) return;
  const fault = /[\r\n]/.test(text) ? "a line end" : "a control character";
  throw new TypeError(`${subject} has ${fault}. Remove it where the value is read; the value is not shown here`);
}

/** Asserts that a text is the name of a header (RFC 9110 section 5.1). @throws TypeError for any other text */
export function assertHeaderName(name: string): void {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is not the name of a header`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\0-\x1f\x7f]/;

/**
 * Asserts that headers of an option can be sent.
 *
 * @throws TypeError that names the header, and not its value
 */
export function assertHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) headerText(name, value);
}

/** Text of a header. A number is accepted too, as `Headers` accepts one. */
export function headerText(name: string, value: string): string {
  const text = String(value);
  assertHeaderName(name);
  assertHeaderText(text, `headers: the value of ${JSON.stringify(name)}`);
  return text;
}
