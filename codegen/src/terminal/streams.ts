import { randomBytes } from "node:crypto";
import pc from "picocolors";
import { maskUserInfo } from "../json/index.js";

/** Output streams of a command, as in `process`. */
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
 * Makes all output of a command safe for a terminal.
 *
 * File names, keys and text in a document can contain escape sequences, which a terminal executes, and bidirectional
 * controls, which reorder text. These are printed visibly as `\u001b`, which JSON parses back to the same character.
 * Passwords in URLs are masked. Our own control sequences pass if marked with {@link own}.
 */
export function guardStreams({ stdout, stderr }: Streams): Streams {
  return { stdout: guard(stdout), stderr: guard(stderr) };
}

function guard(stream: Stream): Stream {
  return {
    ...(stream.isTTY !== undefined && { isTTY: stream.isTTY }),
    write: (text) => stream.write(makePrintable(text)),
  };
}

/** Escapes text, except for control sequences between two marks. */
function makePrintable(text: string): string {
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? escapeUnsafe(maskUserInfo(piece)) : piece))
    .join("");
}

// Cc without tab and line feed: control. Cf: format, including bidirectional controls. Zl, Zp: line ends. Cs: lone
// surrogates.
const unsafe = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Escapes unsafe characters by UTF-16 code unit, as JSON does. */
function escapeUnsafe(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Mark around our own control sequences. Random for each process, so no document can contain it. */
const mark = `\u0000${randomBytes(16).toString("hex")}\u0000`;

/** Marks a control sequence as our own, so that it reaches the terminal. */
export function own(sequence: string): string {
  return `${mark}${sequence}${mark}`;
}

/** Adds color to text. */
export type Paint = (text: string) => string;

/** Functions that add color to text. */
export type Colors = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow", Paint>>;

/** Colors for a stream. If the stream does not support color, the functions return the text unchanged. */
export function colorsOf(stream: Stream): Colors {
  const { bold, dim, red, green, yellow } = pc.createColors(stream.isTTY === true && pc.isColorSupported);
  return { bold: paint(bold), dim: paint(dim), red: paint(red), green: paint(green), yellow: paint(yellow) };
}

/** Marks the color sequences around the text as our own, but not the text. */
function paint(color: Paint): Paint {
  const [before = "", after = ""] = color("\u0000").split("\u0000");
  return before === "" ? (text) => text : (text) => own(before) + text + own(after);
}
