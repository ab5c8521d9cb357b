import { randomBytes } from "node:crypto";
import pc from "picocolors";
import { maskUserInfo } from "../json/index.js";

/** The streams a command talks to, as `process` has them. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** A stream that may be a terminal. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Streams through which everything that a command prints goes, and the one place that makes it safe to print.
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

/** Every other piece is a sequence of our own, between two marks. */
function printable(text: string): string {
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? visible(maskUserInfo(piece)) : piece))
    .join("");
}

// Cc without tab and line feed: control. Cf: format, bidirectional ones among them. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** By UTF-16 units: the form that JSON has as well. */
function visible(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit))).join(""),
  );
}

function hex(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Differs in each process, so that no document can contain it. */
const mark = `\u0000${randomBytes(16).toString("hex")}\u0000`;

/** Marks a control sequence of our own, which the terminal is to obey. */
export function own(sequence: string): string {
  return `${mark}${sequence}${mark}`;
}

/** A function that paints text. */
export type Paint = (text: string) => string;

/** Functions that paint text for a terminal, by the name of the paint. */
export type Colors = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow", Paint>>;

/** Colours for a terminal that shows them; for everything else, functions that change nothing. */
export function colorsOf(stream: Stream): Colors {
  const { bold, dim, red, green, yellow } = pc.createColors(stream.isTTY === true && pc.isColorSupported);
  return { bold: paint(bold), dim: paint(dim), red: paint(red), green: paint(green), yellow: paint(yellow) };
}

/** The sequences before and after the text are ours, the text itself is not. */
function paint(color: Paint): Paint {
  const [before = "", after = ""] = color("\u0000").split("\u0000");
  return before === "" ? (text) => text : (text) => own(before) + text + own(after);
}
