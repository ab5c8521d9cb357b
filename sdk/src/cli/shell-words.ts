import { UsageError } from "./usage-error.js";

/**
 * The words of the first command of a line, as bash reads them: `'…'`, `"…"`, `$'…'`, backslashes and continued lines.
 * What bash would put in place of something is refused, for it is not known here.
 */
export function splitShellWords(line: string): readonly string[] {
  const text = line.replaceAll("\r\n", "\n").replace(/^\s*(?:\$\s+)?/, "");
  const words: string[] = [];
  let word: string | undefined;
  let position = 0;
  while (position < text.length) {
    const { kind, length, value } = tokenAt(text, position);
    position += length;
    if (kind === "text") word = (word ?? "") + value;
    else if (kind !== "nothing" && word !== undefined) {
      words.push(word);
      word = undefined;
    }
    if (kind === "end") break;
  }
  return word === undefined ? words : [...words, word];
}

type Kind = "text" | "nothing" | "blank" | "end";

interface Token {
  readonly kind: Kind;
  readonly length: number;
  readonly value: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly kind: Kind;
  readonly read: (inside: string) => string;
}

/** The first that matches is meant. Each pattern begins where the last token ended. */
const rules: readonly Rule[] = [
  { pattern: /\\\n/y, kind: "nothing", read: () => "" },
  { pattern: /[ \t]+/y, kind: "blank", read: () => "" },
  { pattern: /[|;\n]|&&/y, kind: "end", read: () => "" },
  { pattern: /\\(.)/sy, kind: "text", read: (inside) => inside },
  { pattern: /'([^']*)'/y, kind: "text", read: (inside) => inside },
  { pattern: /\$'((?:[^'\\]|\\.)*)'/sy, kind: "text", read: ansiCText },
  // The one command that is known: what `quoteForShell` writes for control characters.
  { pattern: /"\$\(printf '((?:[\w ./:,=-]|\\[0-7]{3})*)'\)"/y, kind: "text", read: ansiCText },
  { pattern: /\$?"((?:[^"\\]|\\.)*)"/sy, kind: "text", read: doubleQuotedText },
  { pattern: /(?<!\S)#[^\n]*/y, kind: "blank", read: () => "" }, // inside a word, as in a URL, # is a letter
  { pattern: /[^\s|;\\'"$`&<>(){}]+/y, kind: "text", read: (inside) => inside },
  { pattern: /\$(?![\w{('"@*?!#$-])/y, kind: "text", read: () => "$" },
];

function tokenAt(text: string, position: number): Token {
  for (const { pattern, kind, read } of rules) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match === null) continue;
    return { kind, length: match[0].length, value: read(match[1] ?? match[0]) };
  }
  throw new UsageError(refusals[text[position] ?? ""] ?? "The pasted line cannot be read as a command of a shell.");
}

const unquoted = "outside of quotes means something to a shell: put single quotes around the whole argument";
const refusals: Readonly<Record<string, string>> = {
  "&": "An & outside of quotes ends the command in a shell: put single quotes around the URL.",
  "<": `A < ${unquoted}.`,
  ">": `A > ${unquoted}, or leave the redirection out.`,
  "(": `A ( ${unquoted}.`,
  ")": `A ) ${unquoted}.`,
  "{": `A { ${unquoted}.`,
  "}": `A } ${unquoted}.`,
  "`": "The line runs a command in backquotes: put in its result instead.",
  $: "The line has a variable or a $(command) in it: put in its value instead.",
  "'": "A single quote is not closed: the line was not pasted as a whole.",
  '"': "A double quote is not closed: the line was not pasted as a whole.",
  "\\": "The line ends with a backslash: it was not pasted as a whole.",
};

/** Between double quotes, a backslash is one but before these five; a variable would still be put in. */
function doubleQuotedText(inside: string): string {
  const refused = /(?<!\\)(?:\\\\)*(\$[\w{(]|`)/.exec(inside);
  if (refused) throw new UsageError(refusals[refused[1]?.[0] ?? "$"]);
  return inside.replace(/\\([$`"\\\n])/g, (_, character: string) => (character === "\n" ? "" : character));
}

/** ANSI-C quoting: some escapes are bytes, and several of them one letter in UTF-8. */
function ansiCText(inside: string): string {
  const pieces =
    inside.match(/\\(?:x[\da-fA-F]{1,2}|u[\da-fA-F]{1,4}|U[\da-fA-F]{1,8}|[0-7]{1,3}|c.|.)|[^\\]+/gs) ?? [];
  return Buffer.concat(pieces.map((piece) => Buffer.from(ansiCBytes(piece)))).toString("utf8");
}

function ansiCBytes(piece: string): Uint8Array | string {
  const [, kind = "", rest = ""] = /^\\(.)(.*)$/s.exec(piece) ?? [];
  if (kind === "") return piece;
  if (kind === "x" && rest !== "") return Uint8Array.of(Number.parseInt(rest, 16));
  if (/[0-7]/.test(kind)) return Uint8Array.of(Number.parseInt(kind + rest, 8) & 0xff);
  if (/[uU]/.test(kind) && rest !== "") return characterOf(Number.parseInt(rest, 16));
  if (kind === "c" && rest !== "") return Uint8Array.of(rest.charCodeAt(0) & 0x1f);
  return singleEscapes[kind] ?? piece;
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

const singleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "?": "?",
};
