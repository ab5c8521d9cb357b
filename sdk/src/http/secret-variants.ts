/** Text in the place of a secret. */
const REDACTED = "[redacted]";

/** Levels of encoding that are undone: a slash in JSON in a URL in HTML has three. */
const DEEPEST = 3;

/** Zeros in front of the number of a character reference. Nobody writes more, and some parsers take any number. */
const MOST_ZEROS = 1_000;

/**
 * Replaces secrets in a text, in whatever spelling: each character may be itself or escaped for JSON, HTML or a URL, in
 * either case, and each character of an escape may be escaped again. A character is looked for in all its spellings at the
 * place where it would have to be, so there is no list of spellings, and a secret that looks like an escape is found too.
 *
 * The time is linear in the length of the text. A long text that consists of escapes is cut where it would take too long:
 * it might hide a secret, and no person reads it.
 */
export function removeSecrets(text: string, secrets: Iterable<string>): string {
  const patterns = [...new Set([...secrets].flatMap(variants))].filter((secret) => secret !== "").map(codePointsOf);
  return patterns.length === 0 ? text : new Redaction(text, patterns).result();
}

/** A secret as it was sent, and decoded: the platform may repeat either. */
function variants(secret: string): readonly string[] {
  try {
    return [secret, decodeURIComponent(secret)];
  } catch {
    return [secret]; // a token of another kind, in which `%` is only a character
  }
}

/** In lower case, because escapes differ in case and a secret in another case still gives most of it away. */
function codePointsOf(secret: string): readonly number[] {
  return Array.from(secret, (character) => folded(character.codePointAt(0) ?? 0));
}

/** Lower case of ASCII letters; a form makes a space of a plus sign, so they count as one. */
function folded(code: number): number {
  if (code === PLUS) return SPACE;
  return code >= 65 && code <= 90 ? code + 32 : code;
}

const SPACE = 0x20;
const PLUS = 0x2b;
const ZERO = 0x30;

// Characters that begin an escape.
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;

class Redaction {
  readonly #text: string;
  readonly #patterns: ReadonlyArray<readonly number[]>;
  /** Codes that a secret can begin with, escapes included. */
  readonly #starts: ReadonlySet<number>;
  /** Steps that are left. Escapes of escapes take many for each character; a text of nothing else is not worth it. */
  #steps: number;
  /** Ends of introducers that were looked for already. */
  readonly #introducers = new Map<number, readonly number[]>();
  /** Run of backslashes that was looked at last. */
  #backslashes = { start: 0, end: 0 };

  constructor(text: string, patterns: ReadonlyArray<readonly number[]>) {
    this.#text = text;
    this.#patterns = patterns;
    this.#starts = new Set([PERCENT, AMPERSAND, BACKSLASH, ...patterns.map(([first = 0]) => first)]);
    this.#steps = 1_000_000 + 2 * text.length;
  }

  result(): string {
    const parts: string[] = [];
    let start = 0;
    let position = 0;
    while (position < this.#text.length) {
      const end = this.#starts.has(this.#folded(position)) ? this.#longest(position) : -1;
      if (this.#steps < 0) return `${parts.join("")}${this.#text.slice(start, position)}${REDACTED}`;
      if (end < 0) {
        position += 1;
      } else {
        parts.push(this.#text.slice(start, position), REDACTED);
        position = end;
        start = end;
      }
    }
    return parts.length === 0 ? this.#text : `${parts.join("")}${this.#text.slice(start)}`;
  }

  #longest(position: number): number {
    let longest = -1;
    for (const pattern of this.#patterns) longest = Math.max(longest, this.#endOf(pattern, position));
    return longest;
  }

  /** End of the longest spelling of a secret that begins here, or -1. */
  #endOf(pattern: readonly number[], position: number): number {
    let ends: readonly number[] = [position];
    for (const code of pattern) {
      ends = this.#each(ends, (end) => this.#spelling(end, code, DEEPEST));
      if (ends.length === 0) return -1;
    }
    return Math.max(...ends);
  }

  #folded(position: number): number {
    return folded(this.#text.charCodeAt(position));
  }

  #each(ends: readonly number[], next: (end: number) => readonly number[]): readonly number[] {
    const [only] = ends;
    if (only === undefined) return NONE;
    return ends.length === 1 ? next(only) : [...new Set(ends.flatMap(next))];
  }

  /** Ends of the spellings of one character that begin at a position. */
  #spelling(position: number, code: number, depth: number): readonly number[] {
    this.#steps -= 1;
    const raw = this.#folded(position);
    const isPlain = raw !== PERCENT && raw !== AMPERSAND && raw !== BACKSLASH;
    if (isPlain) {
      if (raw === code) return [position + 1];
      return code > 0x7f && this.#text.codePointAt(position) === code ? [position + (code > 0xffff ? 2 : 1)] : NONE;
    }
    const literal = raw === code ? [position + 1] : NONE;
    if (depth === 0 || this.#steps < 0 || !this.#mayBeEscape(position, raw, code)) return literal;
    return [...literal, ...this.#escapes(position, code, depth - 1)];
  }

  /** Looks one character ahead: of most characters that could begin an escape, it tells that they do not. */
  #mayBeEscape(position: number, raw: number, code: number): boolean {
    const next = this.#folded(raw === BACKSLASH ? this.#endOfBackslashes(position) : position + 1);
    if (next === PERCENT || next === AMPERSAND || next === BACKSLASH) return true;
    if (raw === PERCENT) return PERCENT_NEXT.has(next);
    if (raw === AMPERSAND) return REFERENCE_NEXT.has(next);
    return code === BACKSLASH || next === code || next === LETTER_U || next === LETTER_X || controls.has(code);
  }

  #escapes(position: number, code: number, depth: number): readonly number[] {
    const percents = this.#introducer(position, PERCENT, depth);
    const backslashes = this.#introducer(position, BACKSLASH, depth);
    const ampersands = this.#introducer(position, AMPERSAND, depth);
    return alternatives(code).flatMap((one) => [
      ...this.#percent(percents, one, depth),
      ...this.#backslash(backslashes, one, depth),
      ...this.#reference(ampersands, one, depth),
    ]);
  }

  #introducer(position: number, introducer: number, depth: number): readonly number[] {
    const key = (position * 128 + introducer) * (DEEPEST + 1) + depth;
    const known = this.#introducers.get(key);
    if (known !== undefined) return known;
    const ends = this.#spelling(position, introducer, depth);
    // Each level of JSON doubles the backslashes: a run of them is one, wherever it was doubled.
    const all =
      introducer === BACKSLASH && this.#folded(position) === BACKSLASH
        ? [...ends, this.#endOfBackslashes(position)]
        : ends;
    if (this.#introducers.size > 1_000) this.#introducers.clear();
    this.#introducers.set(key, all);
    return all;
  }

  #endOfBackslashes(position: number): number {
    const { start, end } = this.#backslashes;
    if (start <= position && position < end) return end;
    let next = position;
    while (this.#text.charCodeAt(next) === BACKSLASH) next += 1;
    this.#backslashes = { start: position, end: next };
    return next;
  }

  /** `%2F`; the bytes of UTF-8 or the one of Latin-1; and `%u002F`, as old servers of Windows write it. */
  #percent(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const bytes = encodedBytes(code);
    const [first = 0, ...others] = bytes;
    const utf8 = others.reduce(
      (open, byte) =>
        this.#word(
          this.#each(open, (end) => this.#introducer(end, PERCENT, depth)),
          hex(byte, 2),
          depth,
        ),
      this.#word(ends, hex(first, 2), depth),
    );
    const latin1 = bytes.length > 1 && code <= 0xff ? this.#word(ends, hex(code, 2), depth) : NONE;
    const windows = code <= 0xffff ? this.#word(ends, `u${hex(code, 4)}`, depth) : NONE;
    return [...utf8, ...latin1, ...windows];
  }

  /** `\/`, `\n`, `\x2f`, `\u002f` and `\u{2f}`: JSON and the languages that it comes from. */
  #backslash(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const letter = controls.get(code);
    const itself = isWordCharacter(code) ? NONE : this.#each(ends, (end) => this.#spelling(end, code, depth));
    const control = letter === undefined ? NONE : this.#word(ends, letter, depth);
    const short = code <= 0xff ? this.#word(ends, `x${hex(code, 2)}`, depth) : NONE;
    const braced = this.#word(this.#zeros(this.#word(ends, "u{", depth), depth), `${code.toString(16)}}`, depth);
    const [first = 0, second] = unitsOf(code);
    const head = this.#word(ends, `u${hex(first, 4)}`, depth);
    const units =
      second === undefined
        ? head
        : this.#word(
            this.#each(head, (end) => this.#introducer(end, BACKSLASH, depth)),
            `u${hex(second, 4)}`,
            depth,
          );
    return [...itself, ...control, ...short, ...braced, ...units];
  }

  /** `&#47;`, `&#x2F;` and `&sol;`, with zeros in front of the number, and also where the semicolon was left out. */
  #reference(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const number = this.#word(ends, "#", depth);
    const decimal = this.#word(this.#zeros(number, depth), String(code), depth);
    const hexadecimal = this.#word(this.#zeros(this.#word(number, "x", depth), depth), code.toString(16), depth);
    const named = (names.get(code) ?? []).flatMap((name) => this.#word(ends, name, depth));
    const found = [...decimal, ...hexadecimal, ...named];
    return [...found, ...this.#word(found, ";", depth)];
  }

  #word(ends: readonly number[], word: string, depth: number): readonly number[] {
    let open = ends;
    for (let index = 0; index < word.length && open.length > 0; index += 1) {
      open = this.#each(open, (end) => this.#spelling(end, word.charCodeAt(index), depth));
    }
    return open;
  }

  /** Behind any number of zeros. */
  #zeros(ends: readonly number[], depth: number): readonly number[] {
    const all = new Set(ends);
    let open = ends;
    for (let zeros = 0; zeros < MOST_ZEROS && open.length > 0; zeros += 1) {
      open = this.#each(open, (end) => this.#spelling(end, ZERO, depth));
      for (const end of open) all.add(end);
    }
    return [...all];
  }
}

const LETTER_U = 0x75;
const LETTER_X = 0x78;
const PERCENT_NEXT: ReadonlySet<number> = new Set(codePointsOf("0123456789abcdefu"));
const REFERENCE_NEXT: ReadonlySet<number> = new Set(codePointsOf("#abcdefghijklmnopqrstuvwxyz"));

const NONE: readonly number[] = [];

const utf8 = new TextEncoder();

function encodedBytes(code: number): readonly number[] {
  return code <= 0x7f ? [code] : [...utf8.encode(String.fromCodePoint(code))];
}

function unitsOf(code: number): readonly number[] {
  return code <= 0xffff ? [code] : Array.from(String.fromCodePoint(code).split(""), (unit) => unit.charCodeAt(0));
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** Characters that {@link folded} makes the same. */
function alternatives(code: number): readonly number[] {
  if (code === SPACE) return [SPACE, PLUS];
  return code >= 97 && code <= 122 ? [code, code - 32] : [code];
}

function isWordCharacter(code: number): boolean {
  return /^[\da-z]$/i.test(String.fromCodePoint(code));
}

const controls: ReadonlyMap<number, string> = new Map(
  [..."\b\t\n\v\f\r\0"].map((control, index) => [control.charCodeAt(0), "btnvfr0"[index] ?? ""]),
);

/** Names of ASCII characters in HTML (HTML Living Standard, 13.5), in lower case. One text, since every bundle has it. */
const names: ReadonlyMap<number, readonly string[]> = new Map(
  (
    "\ttab \nnewline !excl \"quot #num $dollar %percnt &amp 'apos (lpar )rpar *ast,midast +plus ,comma .period /sol :colon " +
    ";semi <lt =equals >gt ?quest @commat [lsqb,lbrack \\bsol ]rsqb,rbrack ^hat _lowbar,underbar `grave,diacriticalgrave " +
    "{lcub,lbrace |verbar,vert,verticalline }rcub,rbrace"
  )
    .split(" ")
    .map((entry) => [entry.charCodeAt(0), entry.slice(1).split(",")]),
);
