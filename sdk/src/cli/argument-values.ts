import { readFile } from "node:fs/promises";
import type { Method, Parameter } from "./method.js";
import { type ProcessIo, readAll } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Reads the arguments of a method from a command line. */
export async function parseArgumentValues(
  { name, parameters }: Method,
  values: readonly string[],
  io: ProcessIo,
): Promise<readonly unknown[]> {
  const missing = parameters.slice(values.length).filter(({ isRequired }) => isRequired);
  if (missing.length > 0) throw new UsageError(`${name} also needs ${missing.map(formatParameter).join(" and ")}.`);
  if (values.length > parameters.length) {
    throw new UsageError(
      `${name} takes ${parameters.map(formatParameter).join(" ")}, but ${values.length} arguments were given.`,
    );
  }
  return Promise.all(
    values.map((argument, index) => {
      const parameter = parameters[index];
      return parameter?.form === "json" ? parseJsonArgument(parameter, argument, io) : argument;
    }),
  );
}

/** Formats a parameter for help and errors: `<orderId>`, `[{options}]`. */
export function formatParameter({ name, form, isRequired }: Parameter): string {
  const text = form === "json" ? `{${name}}` : name;
  return isRequired ? `<${text}>` : `[${text}]`;
}

/** Parses a JSON argument: the text itself, the file named after `@`, or standard input for `-`. */
async function parseJsonArgument({ name }: Parameter, argument: string, { stdin }: ProcessIo): Promise<unknown> {
  const source = argument === "-" ? "standard input" : argument.startsWith("@") ? argument.slice(1) : undefined;
  const text =
    source === undefined ? argument : argument === "-" ? await readAll(stdin) : await readText(argument.slice(1));
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = source === undefined ? "" : ` in ${source}`;
    const reason = error instanceof Error ? error.message : "";
    throw new UsageError(`{${name}} must be JSON${place}, such as '{"type":"SALES"}': ${reason}`);
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UsageError(`Cannot read ${path}.`);
  }
}
