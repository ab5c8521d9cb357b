import { array, type Code, code, literal, object, propertyName } from "../code/index.js";
import type { Server } from "../model/index.js";

/** Servers in a descriptor. */
export function serversCode(servers: readonly Server[]): Code {
  return array(servers.map(serverCode));
}

function serverCode({ url, variables }: Server): Code {
  const described = variables.map(({ name, default: usual, enum: allowed }) => {
    const entries = [
      ...(usual === undefined ? [] : [[code`default`, literal(usual)] as const]),
      ...(allowed === undefined ? [] : [[code`enum`, array(allowed.map(literal))] as const]),
    ];
    return [propertyName(name), object(entries)] as const;
  });
  return object([
    [code`url`, literal(url)],
    ...(described.length === 0 ? [] : [[code`variables`, object(described)] as const]),
  ]);
}
