import { randomBytes } from "node:crypto";
import pc from "picocolors";
import { maskUserInfo } from "../json/index.js";

/** Streams that a command writes to, as `process` has them. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** Stream that may be a terminal. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Makes everything that a command prints safe for a terminal.
 *
 * File names, keys and text of a document can contain escape sequences, which a terminal obeys, and bidirectional
 * controls, which reorder a line. They become visible, as `\u001b`, which JSON reads as the same character. Passwords in
 * URLs are masked. Sequences of our own pass: {@link own} marks them.
 */
export function guardStreams({ stdout, stderr }: Streams): Streams {
  return { stdout: guard(stdout), stderr: guard(stderr) };
}

function guard(stream: Stream): Stream {
  return {
    ...(stream.isTTY !== undefined && { isTTY: stream.isTTY }),
    write: (text) => stream.write(printable(text)),
  };
}

/** Escapes a text, except for control sequences between two marks. */
function printable(text: string): string {
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? visible(maskUserInfo(piece)) : piece))
    .join("");
}

// Cc without tab and line feed: control. Cf: format, bidirectional ones among them. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Escapes unsafe characters by UTF-16 units, as JSON does. */
function visible(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit))).join(""),
  );
}

function hex(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Mark around control sequences of our own. It differs in each process, so no document can contain it. */
const mark = `\u0000${randomBytes(16).toString("hex")}\u0000`;

/** Marks a control sequence of our own, so that it reaches the terminal. */
export function own(sequence: string): string {
  return `${mark}${sequence}${mark}`;
}

/** Function that colours text. */
export type Paint = (text: string) => string;

/** Functions that colour text for a terminal. */
export type Colors = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow", Paint>>;

/** Colours for a stream. If it shows no colours, the functions return the text unchanged. */
export function colorsOf(stream: Stream): Colors {
  const { bold, dim, red, green, yellow } = pc.createColors(stream.isTTY === true && pc.isColorSupported);
  return { bold: paint(bold), dim: paint(dim), red: paint(red), green: paint(green), yellow: paint(yellow) };
}

/** Marks the sequences around the text, but not the text, as our own. */
function paint(color: Paint): Paint {
  const [before = "", after = ""] = color("\u0000").split("\u0000");
  return before === "" ? (text) => text : (text) => own(before) + text + own(after);
}
