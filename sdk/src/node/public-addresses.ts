import { lookup as dnsLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";

/** Looks up all addresses of a host. Node's `dns.lookup` is one. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void;

/**
 * Connects to hosts on the public internet alone. What a name leads to is checked when it is looked up, and the very
 * address that was checked is connected to: a name that leads elsewhere at the next look-up gains nothing by that.
 */
export function publicConnector(
  options: buildConnector.BuildOptions,
  lookup: Lookup = dnsLookup,
): buildConnector.connector {
  const connect = buildConnector({ ...options, lookup: publicLookup(lookup) });
  return (target, callback) => {
    // No name, so nothing would be looked up.
    const address = target.hostname.replace(/^\[|\]$/g, "");
    if (isIP(address) !== 0 && !isPublic(address)) callback(privateAddress(target.hostname, address), null);
    else connect(target, callback);
  };
}

/** All addresses of a name must be public: which of them is tried first is not for the name's owner to say. */
function publicLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isPublic(address));
      const [first] = addresses ?? [];
      if (error !== null) callback(error, "");
      else if (refused !== undefined) callback(privateAddress(hostname, refused.address), "");
      else if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function privateAddress(hostname: string, address: string): NodeJS.ErrnoException {
  const error = new Error(`${hostname} leads to ${address}, which is no public address`);
  return Object.assign(error, { code: "ERR_PRIVATE_ADDRESS" });
}

function isPublic(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !special.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** IPv4 addresses that the IANA special-purpose registry does not call globally reachable, and multicast. */
const special4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];

/** The same of IPv6. Those of IPv4 that are written as `::ffff:…` count as IPv4. */
const special6 = [
  "::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

const special = new BlockList();
for (const [net, prefix] of special4.map(parts)) {
  special.addSubnet(net, prefix, "ipv4");
  special.addSubnet(`64:ff9b::${net}`, 96 + prefix, "ipv6"); // as NAT64 writes it, RFC 6052 section 2.1
}
for (const [net, prefix] of special6.map(parts)) special.addSubnet(net, prefix, "ipv6");

function parts(range: string): readonly [net: string, prefix: number] {
  const [net = "", prefix] = range.split("/");
  return [net, Number(prefix)];
}
