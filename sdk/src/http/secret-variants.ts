/** Replacement for a secret. */
const REDACTED = "[redacted]";

/** Maximum number of nested encodings: a slash in JSON in a URL in HTML has three. */
const DEEPEST = 3;

/** Maximum number of leading zeros in a character reference. Some parsers accept any number, but no one writes more. */
const MOST_ZEROS = 1_000;

/**
 * Replaces secrets in a text, in any spelling: each character may be plain or escaped for JSON, HTML or a URL, in
 * upper or lower case, and each character of an escape may be escaped again. The search tries all spellings of the
 * expected character at each position. It needs no list of spellings, and also finds a secret that looks like an
 * escape.
 *
 * The time is linear in the length of the text. A long text that consists of escapes is cut off if it would take too
 * long: it might hide a secret, and no one reads such a text.
 */
export function removeSecrets(text: string, secrets: Iterable<string>): string {
  const patterns = [...new Set([...secrets].flatMap(listVariants))].filter((secret) => secret !== "").map(toPattern);
  return patterns.length === 0 ? text : new Redaction(text, patterns).result();
}

/** Lists a secret as it was sent, and decoded: the platform may repeat either. */
function listVariants(secret: string): readonly string[] {
  try {
    return [secret, decodeURIComponent(secret)];
  } catch {
    return [secret]; // a token of another kind, in which `%` is only a character
  }
}

/**
 * Converts text to code points in lower case: escapes differ in case, and a secret in another case still gives it
 * away.
 */
function toPattern(secret: string): readonly number[] {
  return Array.from(secret, (character) => fold(character.codePointAt(0) ?? 0));
}

/** Folds the case of ASCII letters, and plus signs into spaces, because forms encode a space as a plus sign. */
function fold(code: number): number {
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
  /** Remaining steps. Nested escapes take many steps per character; a text of nothing else is not worth the time. */
  #steps: number;
  /** Cache of the ends of introducers. */
  readonly #introducers = new Map<number, readonly number[]>();
  /** Run of backslashes that was scanned last. */
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
      const end = this.#starts.has(this.#fold(position)) ? this.#findLongest(position) : -1;
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

  #findLongest(position: number): number {
    let longest = -1;
    for (const pattern of this.#patterns) longest = Math.max(longest, this.#findEnd(pattern, position));
    return longest;
  }

  /** Returns the end of the longest spelling of a secret that begins here, or -1. */
  #findEnd(pattern: readonly number[], position: number): number {
    let ends: readonly number[] = [position];
    for (const code of pattern) {
      ends = this.#matchEach(ends, (end) => this.#matchCharacter(end, code, DEEPEST));
      if (ends.length === 0) return -1;
    }
    return Math.max(...ends);
  }

  #fold(position: number): number {
    return fold(this.#text.charCodeAt(position));
  }

  #matchEach(ends: readonly number[], next: (end: number) => readonly number[]): readonly number[] {
    const [only] = ends;
    if (only === undefined) return NONE;
    return ends.length === 1 ? next(only) : [...new Set(ends.flatMap(next))];
  }

  /** Returns the ends of all spellings of one character that begin at a position. */
  #matchCharacter(position: number, code: number, depth: number): readonly number[] {
    this.#steps -= 1;
    const raw = this.#fold(position);
    const isPlain = raw !== PERCENT && raw !== AMPERSAND && raw !== BACKSLASH;
    if (isPlain) {
      if (raw === code) return [position + 1];
      return code > 0x7f && this.#text.codePointAt(position) === code ? [position + (code > 0xffff ? 2 : 1)] : NONE;
    }
    const literal = raw === code ? [position + 1] : NONE;
    if (depth === 0 || this.#steps < 0 || !this.#mayBeEscape(position, raw, code)) return literal;
    return [...literal, ...this.#matchEscapes(position, code, depth - 1)];
  }

  /** Looks one character ahead, which rules out most characters that could begin an escape. */
  #mayBeEscape(position: number, raw: number, code: number): boolean {
    const next = this.#fold(raw === BACKSLASH ? this.#skipBackslashes(position) : position + 1);
    if (next === PERCENT || next === AMPERSAND || next === BACKSLASH) return true;
    if (raw === PERCENT) return PERCENT_NEXT.has(next);
    if (raw === AMPERSAND) return REFERENCE_NEXT.has(next);
    return code === BACKSLASH || next === code || next === LETTER_U || next === LETTER_X || controls.has(code);
  }

  #matchEscapes(position: number, code: number, depth: number): readonly number[] {
    const percents = this.#matchIntroducer(position, PERCENT, depth);
    const backslashes = this.#matchIntroducer(position, BACKSLASH, depth);
    const ampersands = this.#matchIntroducer(position, AMPERSAND, depth);
    return listAlternatives(code).flatMap((one) => [
      ...this.#matchPercent(percents, one, depth),
      ...this.#matchBackslash(backslashes, one, depth),
      ...this.#matchReference(ampersands, one, depth),
    ]);
  }

  #matchIntroducer(position: number, introducer: number, depth: number): readonly number[] {
    const key = (position * 128 + introducer) * (DEEPEST + 1) + depth;
    const known = this.#introducers.get(key);
    if (known !== undefined) return known;
    const ends = this.#matchCharacter(position, introducer, depth);
    // Each level of JSON doubles the backslashes: a run of them counts as one, however often it was doubled.
    const all =
      introducer === BACKSLASH && this.#fold(position) === BACKSLASH
        ? [...ends, this.#skipBackslashes(position)]
        : ends;
    if (this.#introducers.size > 1_000) this.#introducers.clear();
    this.#introducers.set(key, all);
    return all;
  }

  #skipBackslashes(position: number): number {
    const { start, end } = this.#backslashes;
    if (start <= position && position < end) return end;
    let next = position;
    while (this.#text.charCodeAt(next) === BACKSLASH) next += 1;
    this.#backslashes = { start: position, end: next };
    return next;
  }

  /** Matches `%2F` with the bytes of UTF-8 or the byte of Latin-1, and `%u002F`, which old Windows servers write. */
  #matchPercent(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const bytes = encodeUtf8(code);
    const [first = 0, ...others] = bytes;
    const utf8 = others.reduce(
      (open, byte) =>
        this.#matchWord(
          this.#matchEach(open, (end) => this.#matchIntroducer(end, PERCENT, depth)),
          hex(byte, 2),
          depth,
        ),
      this.#matchWord(ends, hex(first, 2), depth),
    );
    const latin1 = bytes.length > 1 && code <= 0xff ? this.#matchWord(ends, hex(code, 2), depth) : NONE;
    const windows = code <= 0xffff ? this.#matchWord(ends, `u${hex(code, 4)}`, depth) : NONE;
    return [...utf8, ...latin1, ...windows];
  }

  /** Matches `\/`, `\n`, `\x2f`, `\u002f` and `\u{2f}`: the escapes of JSON and JavaScript. */
  #matchBackslash(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const letter = controls.get(code);
    const itself = isWordCharacter(code)
      ? NONE
      : this.#matchEach(ends, (end) => this.#matchCharacter(end, code, depth));
    const control = letter === undefined ? NONE : this.#matchWord(ends, letter, depth);
    const short = code <= 0xff ? this.#matchWord(ends, `x${hex(code, 2)}`, depth) : NONE;
    const braced = this.#matchWord(
      this.#skipZeros(this.#matchWord(ends, "u{", depth), depth),
      `${code.toString(16)}}`,
      depth,
    );
    const [first = 0, second] = toCodeUnits(code);
    const head = this.#matchWord(ends, `u${hex(first, 4)}`, depth);
    const units =
      second === undefined
        ? head
        : this.#matchWord(
            this.#matchEach(head, (end) => this.#matchIntroducer(end, BACKSLASH, depth)),
            `u${hex(second, 4)}`,
            depth,
          );
    return [...itself, ...control, ...short, ...braced, ...units];
  }

  /** Matches `&#47;`, `&#x2F;` and `&sol;`, with leading zeros, and with or without the semicolon. */
  #matchReference(ends: readonly number[], code: number, depth: number): readonly number[] {
    if (ends.length === 0) return NONE;
    const number = this.#matchWord(ends, "#", depth);
    const decimal = this.#matchWord(this.#skipZeros(number, depth), String(code), depth);
    const hexadecimal = this.#matchWord(
      this.#skipZeros(this.#matchWord(number, "x", depth), depth),
      code.toString(16),
      depth,
    );
    const named = (names.get(code) ?? []).flatMap((name) => this.#matchWord(ends, name, depth));
    const found = [...decimal, ...hexadecimal, ...named];
    return [...found, ...this.#matchWord(found, ";", depth)];
  }

  #matchWord(ends: readonly number[], word: string, depth: number): readonly number[] {
    let open = ends;
    for (let index = 0; index < word.length && open.length > 0; index += 1) {
      open = this.#matchEach(open, (end) => this.#matchCharacter(end, word.charCodeAt(index), depth));
    }
    return open;
  }

  /** Returns the positions after any number of zeros. */
  #skipZeros(ends: readonly number[], depth: number): readonly number[] {
    const all = new Set(ends);
    let open = ends;
    for (let zeros = 0; zeros < MOST_ZEROS && open.length > 0; zeros += 1) {
      open = this.#matchEach(open, (end) => this.#matchCharacter(end, ZERO, depth));
      for (const end of open) all.add(end);
    }
    return [...all];
  }
}

const LETTER_U = 0x75;
const LETTER_X = 0x78;
const PERCENT_NEXT: ReadonlySet<number> = new Set(toPattern("0123456789abcdefu"));
const REFERENCE_NEXT: ReadonlySet<number> = new Set(toPattern("#abcdefghijklmnopqrstuvwxyz"));

const NONE: readonly number[] = [];

const utf8 = new TextEncoder();

function encodeUtf8(code: number): readonly number[] {
  return code <= 0x7f ? [code] : [...utf8.encode(String.fromCodePoint(code))];
}

function toCodeUnits(code: number): readonly number[] {
  return code <= 0xffff ? [code] : Array.from(String.fromCodePoint(code).split(""), (unit) => unit.charCodeAt(0));
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** Lists the characters that {@link fold} makes equal. */
function listAlternatives(code: number): readonly number[] {
  if (code === SPACE) return [SPACE, PLUS];
  return code >= 97 && code <= 122 ? [code, code - 32] : [code];
}

function isWordCharacter(code: number): boolean {
  return /^[\da-z]$/i.test(String.fromCodePoint(code));
}

const controls: ReadonlyMap<number, string> = new Map(
  [..."\b\t\n\v\f\r\0"].map((control, index) => [control.charCodeAt(0), "btnvfr0"[index] ?? ""]),
);

/**
 * HTML names of ASCII characters (HTML Living Standard, 13.5), in lower case. One string, because every bundle has
 * it.
 */
const names: ReadonlyMap<number, readonly string[]> = new Map(
  (
    "\ttab \nnewline !excl \"quot #num $dollar %percnt &amp 'apos (lpar )rpar *ast,midast +plus ,comma .period /sol :colon " +
    ";semi <lt =equals >gt ?quest @commat [lsqb,lbrack \\bsol ]rsqb,rbrack ^hat _lowbar,underbar `grave,diacriticalgrave " +
    "{lcub,lbrace |verbar,vert,verticalline }rcub,rbrace"
  )
    .split(" ")
    .map((entry) => [entry.charCodeAt(0), entry.slice(1).split(",")]),
);
