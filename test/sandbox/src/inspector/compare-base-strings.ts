import type { ComparedPart, Stretch } from "./page/api-types.js";

/**
 * Aligns two base strings: method, base URI, and parameters by name. Without the client's base string, returns only the
 * parts of the sandbox's.
 */
export function compareBaseStrings(sandbox: string, client: string | undefined): readonly ComparedPart[] {
  const ours = partsOf(sandbox);
  if (client === undefined) {
    return ours.map(({ name, text }) => ({ name, isSame: true, sandbox: [{ text, isSame: true }] }));
  }
  return align(ours, partsOf(client)).map(([mine, theirs]) => comparePart(mine, theirs));
}

interface Part {
  readonly name: ComparedPart["name"];
  readonly text: string;
}

type Row = readonly [mine: Part | undefined, theirs: Part | undefined];

/** Splits a base string. Parameters are joined by an encoded `&`, unless a signer forgot to encode it. */
function partsOf(baseString: string): readonly Part[] {
  const [method = "", baseUri = "", ...parameters] = baseString.split(/&|%26/);
  return [
    { name: "method", text: method },
    { name: "base URI", text: baseUri },
    ...parameters.map((text): Part => ({ name: "parameter", text })),
  ];
}

/** Aligns two lists in one pass. Pairs parts with the same key, and parts without a counterpart with each other. */
function align(ours: readonly Part[], theirs: readonly Part[]): readonly Row[] {
  const left = { ours: countKeys(ours), theirs: countKeys(theirs) };
  const rows: Row[] = [];
  const pending = { ours: [...ours].reverse(), theirs: [...theirs].reverse() };
  while (pending.ours.length > 0 || pending.theirs.length > 0) {
    const mine = pending.ours.at(-1);
    const other = pending.theirs.at(-1);
    const isMineAlone = mine !== undefined && !left.theirs.get(keyOf(mine));
    const isOtherAlone = other !== undefined && !left.ours.get(keyOf(other));
    const isPair = mine && other && (keyOf(mine) === keyOf(other) || (isMineAlone && isOtherAlone));
    const takesMine = isPair || (mine !== undefined && (isMineAlone || !isOtherAlone));
    const takesOther = isPair || !takesMine;
    rows.push([
      takesMine ? take(pending.ours, left.ours) : undefined,
      takesOther ? take(pending.theirs, left.theirs) : undefined,
    ]);
  }
  return rows;
}

function take(pending: Part[], left: Map<string, number>): Part | undefined {
  const part = pending.pop();
  if (part) left.set(keyOf(part), (left.get(keyOf(part)) ?? 0) - 1);
  return part;
}

function countKeys(parts: readonly Part[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(keyOf(part), (counts.get(keyOf(part)) ?? 0) + 1);
  return counts;
}

/** Key of a part. For a parameter, its name, which ends at an encoded `=`. */
function keyOf({ name, text }: Part): string {
  return name === "parameter" ? `parameter ${text.split(/%3D|=/, 1)[0]}` : name;
}

function comparePart(mine: Part | undefined, theirs: Part | undefined): ComparedPart {
  const name = (mine ?? theirs)?.name ?? "parameter";
  const [sandbox, client] = markDifference(mine?.text, theirs?.text);
  return { name, isSame: mine?.text === theirs?.text, sandbox, client };
}

/** Marks the text between the common start and the common end. */
function markDifference(mine: string | undefined, theirs: string | undefined) {
  if (mine === undefined || theirs === undefined) return [whole(mine), whole(theirs)] as const;
  const start = commonLength(mine, theirs, (text, index) => text[index]);
  const end = commonLength(mine.slice(start), theirs.slice(start), (text, index) => text.at(-1 - index));
  return [splitStretches(mine, start, end), splitStretches(theirs, start, end)] as const;
}

function whole(text: string | undefined): readonly Stretch[] | undefined {
  return text === undefined ? undefined : [{ text, isSame: false }];
}

function commonLength(one: string, other: string, at: (text: string, index: number) => string | undefined): number {
  const shorter = Math.min(one.length, other.length);
  for (let index = 0; index < shorter; index += 1) if (at(one, index) !== at(other, index)) return index;
  return shorter;
}

function splitStretches(text: string, start: number, end: number): readonly Stretch[] {
  return [
    { text: text.slice(0, start), isSame: true },
    { text: text.slice(start, text.length - end), isSame: false },
    { text: text.slice(text.length - end), isSame: true },
  ].filter((stretch) => stretch.text !== "");
}
