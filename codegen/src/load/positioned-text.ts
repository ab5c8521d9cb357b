import type { Finding, Position } from "../findings.js";

/** Text of a file with a position for each offset. */
export class PositionedText {
  readonly text: string;
  readonly #file: string;
  /** Offsets of line starts, computed on first use. */
  #lines: readonly number[] | undefined;

  constructor(text: string, file: string) {
    this.text = text;
    this.#file = file;
  }

  position(offset: number): Position {
    this.#lines ??= lineStarts(this.text);
    const line = countNotAbove(this.#lines, offset);
    return { file: this.#file, line, column: offset - (this.#lines[line - 1] ?? 0) + 1 };
  }

  finding(offset: number, message: string, hint?: string): Finding {
    return { position: this.position(offset), message, ...(hint !== undefined && { hint }) };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** Counts the numbers in a sorted list that do not exceed a limit. */
function countNotAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
