import { load } from "../load/index.js";
import { exitStatus, type ReportTarget, reportFailure, reportFindings, type Streams } from "../terminal/index.js";
import { validate } from "../validate/index.js";

/** Flags of `validate`. */
export interface ValidateFlags {
  readonly json?: boolean;
}

/** Reports all problems in a document. Returns the exit status. */
export async function runValidate(
  document: string,
  { json = false }: ValidateFlags,
  streams: Streams,
): Promise<number> {
  const target: ReportTarget = { streams, json };
  try {
    const findings = validate(await load(document));
    if (findings.length > 0) {
      await reportFindings(findings, target);
      return exitStatus.findings;
    }
    if (json) streams.stdout.write(`${JSON.stringify({ ok: true, findings })}\n`);
    else streams.stdout.write(`${document} is valid.\n`);
    return exitStatus.done;
  } catch (error) {
    return reportFailure(error, target);
  }
}
