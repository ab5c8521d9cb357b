/** A document that a generator meets once in its life, and what has to come of it. */
export interface Row {
  readonly name: string;
  /** The text of `doc.yaml`; for what is no text, its bytes. */
  readonly text: string | Uint8Array;
  /** Files beside it, by their paths from its folder. */
  readonly beside?: Readonly<Record<string, string>>;
  /** `doc.yaml` where it is not said: `doc.json`, for what is JSON. */
  readonly file?: string;
  /** {@link CLIENT}, or else how the first thing begins that is said to be wrong: `line:column: message`. */
  readonly want: string;
  /** Whether the real command is run for it alone, with a limit to its memory: what takes time or memory if it goes wrong. */
  readonly alone?: boolean;
}

/** What comes of a document that is only odd: a client, which compiles. */
export const CLIENT = "a client";

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

/** A document of these paths: what is given begins at line 4. */
export function paths(text: string): string {
  return `${head}paths:\n${text}\n`;
}

/** A document of these component schemas: what is given begins at line 5. */
export function schemas(text: string): string {
  return `${head}components:\n  schemas:\n${text}\n`;
}

/** A document of these fields: what is given begins at line 3. */
export function fields(text: string): string {
  return `${head}${text}\n`;
}

/** Any text as YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What closes comments, strings, templates, lines and brackets, and calls something each time. */
export const breakout = [
  "*/ canary(); /*",
  '"; canary(); "',
  "'); canary(); ('",
  "`; canary(); `",
  `\${canary()}`,
  "\r\ncanary();\r",
  "\u0085canary();\u2028canary();\u2029",
  "</script><script>canary()</script>",
  "\u202ecanary()\u2066\u0000\u001b[2K\u200b\ufeff",
  "\\u0022; canary(); \\u0022 \\",
  "*\\/ canary() //",
  "@ts-nocheck",
  "#!canary",
].join(" ");

/** An operation that answers something. */
export const answers = '{ responses: { "200": { description: ok } } }';
