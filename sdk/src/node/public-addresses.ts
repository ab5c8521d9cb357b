import { lookup as dnsLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";

/** Function that resolves all addresses of a host, such as Node's `dns.lookup`. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void;

/**
 * Creates a connector that connects only to hosts on the public internet. It checks the addresses of a name when it
 * resolves it, and connects to the checked address. A name that resolves differently the next time therefore does not
 * bypass the check.
 */
export function publicConnector(
  options: buildConnector.BuildOptions,
  lookup: Lookup = dnsLookup,
): buildConnector.connector {
  const connect = buildConnector({ ...options, lookup: createPublicLookup(lookup) });
  return (target, callback) => {
    // A literal address is never passed to the lookup.
    const address = target.hostname.replace(/^\[|\]$/g, "");
    if (isIP(address) !== 0 && !isPublic(address)) callback(createPrivateAddressError(target.hostname, address), null);
    else connect(target, callback);
  };
}

/** Requires all addresses of a name to be public, because the owner of the name controls their order. */
function createPublicLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isPublic(address));
      const [first] = addresses ?? [];
      if (error !== null) callback(error, "");
      else if (refused !== undefined) callback(createPrivateAddressError(hostname, refused.address), "");
      else if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function createPrivateAddressError(hostname: string, address: string): NodeJS.ErrnoException {
  const error = new Error(`${hostname} resolves to ${address}, which is not a public address`);
  return Object.assign(error, { code: "ERR_PRIVATE_ADDRESS" });
}

function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && reachable6.check(address, "ipv6") && !special.check(address, "ipv6");
}

/**
 * IPv4 addresses that are not globally reachable according to the IANA IPv4 Special-Purpose Address Registry (RFC 6890,
 * RFC 8190; as of 2024), multicast and reserved space (IANA IPv4 Address Space Registry), and addresses at which clouds
 * serve their own machines. The registry's anycast services AS112 and AMT are globally reachable, so they are not
 * listed.
 */
const special4 = [
  "0.0.0.0/8", // this network, RFC 791
  "10.0.0.0/8", // private use, RFC 1918
  "100.64.0.0/10", // shared address space, RFC 6598; Alibaba Cloud's metadata at 100.100.100.200
  "127.0.0.0/8", // loopback, RFC 1122
  "168.63.129.16/32", // Azure's host service, reachable from every machine: DNS, agent, secrets of extensions
  "169.254.0.0/16", // link local, RFC 3927; metadata of most clouds at 169.254.169.254, of containers at 169.254.170.2
  "172.16.0.0/12", // private use, RFC 1918
  "192.0.0.0/24", // IETF protocol assignments, RFC 6890; Oracle Cloud's metadata at 192.0.0.192
  "192.0.2.0/24", // documentation, RFC 5737
  "192.88.99.0/24", // 6to4 relay anycast, RFC 7526
  "192.168.0.0/16", // private use, RFC 1918
  "198.18.0.0/15", // benchmarking, RFC 2544
  "198.51.100.0/24", // documentation, RFC 5737
  "203.0.113.0/24", // documentation, RFC 5737
  "224.0.0.0/3", // multicast, RFC 5771; reserved, RFC 1112; limited broadcast, RFC 919
];

/**
 * IPv6 addresses that may be reachable: global unicast, the only block that IANA assigns from (IANA IPv6 Address Space,
 * RFC 4291), and two forms of IPv4 addresses, which count as IPv4. All others are refused: loopback, link-local,
 * site-local and unique local addresses (metadata at fd00:ec2::254 and fd20:ce::254), multicast, IPv4-compatible
 * `::/96`, IPv4-translated `::ffff:0:0:0/96` (RFC 2765), local NAT64 `64:ff9b:1::/48` (RFC 8215), discard-only
 * `100::/64` (RFC 6666) and SRv6 `5f00::/16` (RFC 9602).
 */
const reachable6Ranges = [
  "2000::/3",
  "::ffff:0:0/96", // IPv4-mapped, RFC 4291 section 2.5.5.2
  "64:ff9b::/96", // NAT64, RFC 6052 section 2.1
];

/**
 * Global unicast addresses that are not globally reachable according to the IANA IPv6 Special-Purpose Address Registry
 * (updated on 2024-10-22).
 */
const special6 = [
  "2001::/23", // IETF protocol assignments, RFC 2928: Teredo, benchmarking, ORCHID
  "2001:db8::/32", // documentation, RFC 3849
  "2002::/16", // 6to4, RFC 3056: can contain any IPv4 address
  "3fff::/20", // documentation, RFC 9637
];

const reachable6 = new BlockList();
for (const [net, prefix] of reachable6Ranges.map(splitRange)) reachable6.addSubnet(net, prefix, "ipv6");

const special = new BlockList();
for (const [net, prefix] of special4.map(splitRange)) {
  special.addSubnet(net, prefix, "ipv4"); // `::ffff:…` counts as IPv4 here
  special.addSubnet(`64:ff9b::${net}`, 96 + prefix, "ipv6");
}
for (const [net, prefix] of special6.map(splitRange)) special.addSubnet(net, prefix, "ipv6");

function splitRange(range: string): readonly [net: string, prefix: number] {
  const [net = "", prefix] = range.split("/");
  return [net, Number(prefix)];
}
