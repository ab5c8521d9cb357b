import { UsageError } from "./usage-error.js";

/**
 * Splits the first command of a line into words, as bash does: `'…'`, `"…"`, `$'…'`, backslashes and continued lines.
 * Refuses expansions, because their results are not known here.
 */
export function splitShellWords(line: string): readonly string[] {
  const text = line.replaceAll("\r\n", "\n").replace(/^\s*(?:\$\s+)?/, "");
  const words: string[] = [];
  let word: string | undefined;
  let position = 0;
  while (position < text.length) {
    const { kind, length, value } = readToken(text, position);
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

/** Rules for tokens. The first match is used. Each pattern starts at the end of the last token. */
const rules: readonly Rule[] = [
  { pattern: /\\\n/y, kind: "nothing", read: () => "" },
  { pattern: /[ \t]+/y, kind: "blank", read: () => "" },
  { pattern: /[|;\n]|&&/y, kind: "end", read: () => "" },
  { pattern: /\\(.)/sy, kind: "text", read: (inside) => inside },
  { pattern: /'([^']*)'/y, kind: "text", read: (inside) => inside },
  { pattern: /\$'((?:[^'\\]|\\.)*)'/sy, kind: "text", read: readAnsiCText },
  // The only supported command: `quoteForShell` writes it for control characters.
  { pattern: /"\$\(printf '((?:[\w ./:,=-]|\\[0-7]{3})*)'\)"/y, kind: "text", read: readAnsiCText },
  { pattern: /\$?"((?:[^"\\]|\\.)*)"/sy, kind: "text", read: readDoubleQuoted },
  { pattern: /(?<!\S)#[^\n]*/y, kind: "blank", read: () => "" }, // inside a word, as in a URL, # is a letter
  { pattern: /[^\s|;\\'"$`&<>(){}]+/y, kind: "text", read: (inside) => inside },
  { pattern: /\$(?![\w{('"@*?!#$-])/y, kind: "text", read: () => "$" },
];

function readToken(text: string, position: number): Token {
  for (const { pattern, kind, read } of rules) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match === null) continue;
    return { kind, length: match[0].length, value: read(match[1] ?? match[0]) };
  }
  throw new UsageError(refusals[text[position] ?? ""] ?? "The pasted line is not a valid shell command.");
}

const unquoted = "outside of quotes is special in a shell: put single quotes around the whole argument";
const refusals: Readonly<Record<string, string>> = {
  "&": "An & outside of quotes ends the command in a shell: put single quotes around the URL.",
  "<": `A < ${unquoted}.`,
  ">": `A > ${unquoted}, or remove the redirection.`,
  "(": `A ( ${unquoted}.`,
  ")": `A ) ${unquoted}.`,
  "{": `A { ${unquoted}.`,
  "}": `A } ${unquoted}.`,
  "`": "The line contains a command in backquotes: replace it with its result.",
  $: "The line contains a variable or a $(command): replace it with its value.",
  "'": "A single quote is not closed: the line may be incomplete.",
  '"': "A double quote is not closed: the line may be incomplete.",
  "\\": "The line ends with a backslash: it may be incomplete.",
};

/** Reads double-quoted text. A backslash escapes only five characters, and expansions would still happen. */
function readDoubleQuoted(inside: string): string {
  const refused = /(?<!\\)(?:\\\\)*(\$[\w{(]|`)/.exec(inside);
  if (refused) throw new UsageError(refusals[refused[1]?.[0] ?? "$"]);
  return inside.replace(/\\([$`"\\\n])/g, (_, character: string) => (character === "\n" ? "" : character));
}

/** Reads text in ANSI-C quoting. Some escapes are bytes, and several bytes may form one character in UTF-8. */
function readAnsiCText(inside: string): string {
  const pieces =
    inside.match(/\\(?:x[\da-fA-F]{1,2}|u[\da-fA-F]{1,4}|U[\da-fA-F]{1,8}|[0-7]{1,3}|c.|.)|[^\\]+/gs) ?? [];
  return Buffer.concat(pieces.map((piece) => Buffer.from(decodePiece(piece)))).toString("utf8");
}

function decodePiece(piece: string): Uint8Array | string {
  const [, kind = "", rest = ""] = /^\\(.)(.*)$/s.exec(piece) ?? [];
  if (kind === "") return piece;
  if (kind === "x" && rest !== "") return Uint8Array.of(Number.parseInt(rest, 16));
  if (/[0-7]/.test(kind)) return Uint8Array.of(Number.parseInt(kind + rest, 8) & 0xff);
  if (/[uU]/.test(kind) && rest !== "") return toCharacter(Number.parseInt(rest, 16));
  if (kind === "c" && rest !== "") return Uint8Array.of(rest.charCodeAt(0) & 0x1f);
  return singleEscapes[kind] ?? piece;
}

function toCharacter(code: number): string {
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
