/** Tells whether an address is one of those that were listed. */
export type AddressMatcher = (address: string | undefined) => boolean;

/**
 * Matches IP addresses against a list of addresses and CIDR ranges (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *
 * Written by hand because `node:net`, which has a `BlockList`, is missing where a server is a worker.
 *
 * @throws TypeError for an entry that is neither
 */
export function createAddressMatcher(ranges: readonly string[]): AddressMatcher {
  const prefixes = ranges.map(prefixOf);
  return (address = "") => {
    const bits = bitsOf(address);
    return bits !== undefined && prefixes.some(({ free, value }) => bits >> free === value);
  };
}

interface Prefix {
  /** How many bits at the end may be anything. */
  readonly free: bigint;
  /** The bits in front of them. */
  readonly value: bigint;
}

function prefixOf(range: string): Prefix {
  const [, address = "", length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
  const bits = bitsOf(address);
  const longest = address.includes(":") ? 128 : 32;
  const free = BigInt(longest - Number(length ?? longest));
  if (bits === undefined || free < 0n) {
    throw new TypeError(`${JSON.stringify(range)} is no IP address and no range of them, such as "10.0.0.0/8"`);
  }
  return { free, value: bits >> free };
}

/**
 * The 128 bits of an address. IPv4 has its place among IPv6, `::ffff:0:0/96` (RFC 4291 section 2.5.5.2), where a socket
 * that listens on both shows it, too. `undefined` for what is no address.
 */
function bitsOf(address: string): bigint | undefined {
  // A link-local address may name its interface, "fe80::1%eth0": it is the same address on any.
  const [text = ""] = address.split("%", 1);
  const mapped = /^[\d.]+$/.test(text) ? `::ffff:${text}` : text;
  if (!/^[\da-f:.]+$/i.test(mapped) || !URL.canParse(`http://[${mapped}]`)) return undefined;
  return groupsOf(new URL(`http://[${mapped}]`).hostname.slice(1, -1)).reduce(
    (bits, group) => (bits << 16n) | BigInt(`0x${group}`),
    0n,
  );
}

/** The eight groups of an address as a URL parser writes it: in hexadecimal, with `::` for zeros at most once. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail = []] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
