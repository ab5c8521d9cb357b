import type { Difference } from "../changes/index.js";
import { type DiffOptions, diff } from "../commands/index.js";
import { describeDifference, exitStatus, reportFailure, type Streams } from "../terminal/index.js";

/** Flags of `diff`. */
export interface DiffFlags {
  readonly failOn?: "breaking";
  readonly project?: string;
  readonly client?: string;
  readonly json?: boolean;
}

/** Reports how a new document affects callers. Returns the exit status. */
export async function runDiff(
  old: string,
  next: string,
  { failOn, project, client, json = false }: DiffFlags,
  streams: Streams,
): Promise<number> {
  const code = project === undefined || client === undefined ? {} : { code: { project, client } };
  const options: DiffOptions = { old, new: next, ...code };
  try {
    const difference = await diff(options);
    const failed = difference.changes.some(({ severity }) => severity === failOn);
    if (json) streams.stdout.write(`${JSON.stringify({ ok: !failed, ...difference })}\n`);
    else streams.stdout.write(describe(difference, options, streams));
    return failed ? exitStatus.findings : exitStatus.done;
  } catch (error) {
    return reportFailure(error, { streams, json });
  }
}

function describe(difference: Difference, { old, new: next }: DiffOptions, { stdout }: Streams): string {
  if (difference.changes.length === 0) return `No changes for callers from ${old} to ${next}.\n`;
  return describeDifference(difference, stdout);
}
