import type { ServerDescription, ServerVariable } from "../schema/index.js";

/** What has servers in the document: a client, or an operation with servers of its own. */
export interface ServerOwner {
  readonly name: string;
  readonly servers?: readonly ServerDescription[];
}

/**
 * The address of a server that the document names, for `baseUrl`. Nothing calls it unasked: where a call costs money,
 * whom it goes to is for the caller to say.
 *
 * @param descriptor Of the client, as `ApsApi` has `apsApi`, or of an operation that has servers of its own.
 * @param values Of the variables in the address; those with a default may be left out.
 * @param index Which of the document's servers, from 0.
 * @throws TypeError when there is no such server, a value is missing or not among those allowed, or the address is
 * relative
 */
export function serverUrl(
  { name, servers = [] }: ServerOwner,
  values: Readonly<Record<string, string>> = {},
  index = 0,
): string {
  const server = servers[index];
  if (server === undefined) throw new TypeError(`the document names no server ${index} of ${name}: give baseUrl`);
  const { url, variables = {} } = server;
  const unknown = Object.keys(values).find((variable) => !url.includes(`{${variable}}`));
  if (unknown !== undefined) throw new TypeError(`the address ${url} has no variable ${JSON.stringify(unknown)}`);
  const address = url.replace(/\{([^{}]+)\}/g, (_, variable: string) => {
    return fillVariable(variable, values[variable], variables[variable] ?? {});
  });
  if (!URL.canParse(address)) throw new TypeError(`the address ${address} of ${name} is relative: give baseUrl`);
  return address.replace(/\/+$/, "");
}

function fillVariable(name: string, given: string | undefined, variable: ServerVariable): string {
  const value = given ?? variable.default;
  if (value === undefined) throw new TypeError(`the variable ${JSON.stringify(name)} of the address has no value`);
  if (variable.enum?.includes(value) === false) {
    throw new TypeError(`${JSON.stringify(name)} must be one of ${variable.enum.join(", ")}, and is ${value}`);
  }
  // These would end the host or the path that the document wrote around the variable.
  if (/[@?#\\{}\s]/.test(value)) throw new TypeError(`${JSON.stringify(name)} cannot be ${JSON.stringify(value)}`);
  return value;
}
