import type { ServerDescription, ServerVariable } from "../schema/index.js";

/** Client, or operation with its own servers, that has servers in the document. */
export interface ServerOwner {
  readonly name: string;
  readonly servers?: readonly ServerDescription[];
}

/**
 * Returns the URL of a server in the document, for use as `baseUrl`. The client never calls such a server by default:
 * calls can cost money, so the caller chooses where they go.
 *
 * @param descriptor Descriptor of a client (`apsApi` for `ApsApi`), or of an operation with its own servers.
 * @param values Values of the variables in the URL. Variables with a default are optional.
 * @param index Index of the server in the document, from 0.
 * @throws TypeError if the server does not exist, a value is missing or not allowed, or the URL is relative
 */
export function serverUrl(
  { name, servers = [] }: ServerOwner,
  values: Readonly<Record<string, string>> = {},
  index = 0,
): string {
  const server = servers[index];
  if (server === undefined) throw new TypeError(`${name} has no server ${index} in the document: pass a baseUrl`);
  const { url, variables = {} } = server;
  const unknown = Object.keys(values).find((variable) => !url.includes(`{${variable}}`));
  if (unknown !== undefined) throw new TypeError(`The server URL ${url} has no variable ${JSON.stringify(unknown)}`);
  const address = url.replace(/\{([^{}]+)\}/g, (_, variable: string) => {
    return fillVariable(variable, values[variable], variables[variable] ?? {});
  });
  if (!URL.canParse(address)) throw new TypeError(`The server URL ${address} of ${name} is relative: pass a baseUrl`);
  return address.replace(/\/+$/, "");
}

function fillVariable(name: string, given: string | undefined, variable: ServerVariable): string {
  const value = given ?? variable.default;
  if (value === undefined) throw new TypeError(`The variable ${JSON.stringify(name)} of the server URL has no value`);
  if (variable.enum?.includes(value) === false) {
    throw new TypeError(`${JSON.stringify(name)} must be one of ${variable.enum.join(", ")}, not ${value}`);
  }
  // These characters would end the host or the path around the variable.
  if (/[@?#\\{}\s]/.test(value)) throw new TypeError(`${JSON.stringify(name)} cannot be ${JSON.stringify(value)}`);
  return value;
}
