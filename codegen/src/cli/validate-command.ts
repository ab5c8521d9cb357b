import { load } from "../load/index.js";
import { exitStatus, type Streams, type Telling, tellFailure, tellFindings } from "../terminal/index.js";
import { validate } from "../validate/index.js";

/** What `validate` may be told. */
export interface ValidateFlags {
  readonly json?: boolean;
}

/** Says all that is wrong with a document. Returns the exit status. */
export async function runValidate(
  document: string,
  { json = false }: ValidateFlags,
  streams: Streams,
): Promise<number> {
  const telling: Telling = { streams, json };
  try {
    const findings = validate(await load(document));
    if (findings.length > 0) {
      await tellFindings(findings, telling);
      return exitStatus.findings;
    }
    if (json) streams.stdout.write(`${JSON.stringify({ ok: true, findings })}\n`);
    else streams.stdout.write(`${document} is valid.\n`);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(error, telling);
  }
}
