import { type ParseArgsConfig, parseArgs } from "node:util";
import { refuseSecrets } from "./secret.js";
import { UsageError } from "./usage-error.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options that `explain` and `sign` share. */
export const requestOptions = {
  header: { type: "string", short: "H", multiple: true },
  data: { type: "string", short: "d", multiple: true },
  "consumer-key": { type: "string" },
  "secret-env": { type: "string" },
  json: { type: "boolean" },
} as const satisfies Options;

/**
 * Parses options and positional arguments.
 *
 * @throws UsageError for a wrong argument. The message does not contain values, which may be secrets
 */
export function parseArguments<O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<ParseConfig<O>>> {
  refuseSecrets(args);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(getFirstSentence(error));
  }
}

interface ParseConfig<O extends Options> {
  readonly args: string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}

function getFirstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : "the arguments cannot be read";
  return `${message.split(/\.\s|\n/, 1)[0]}.`;
}
