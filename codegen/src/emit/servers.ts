import { array, type Code, object } from "../code/code.js";
import { literal, propertyName } from "../code/literal.js";
import type { Server } from "../model/index.js";

/** Servers as a descriptor names them. */
export function serversCode(servers: readonly Server[]): Code {
  return array(servers.map(serverCode));
}

function serverCode({ url, variables }: Server): Code {
  const described = variables.map(({ name, default: usual, enum: allowed }) => {
    const entries = [
      ...(usual === undefined ? [] : [["default", literal(usual)] as const]),
      ...(allowed === undefined ? [] : [["enum", array(allowed.map(literal))] as const]),
    ];
    return [propertyName(name), object(entries)] as const;
  });
  return object([
    ["url", literal(url)],
    ...(described.length === 0 ? [] : [["variables", object(described)] as const]),
  ]);
}
