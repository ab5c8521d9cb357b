/** Function that returns true if an address is in the list. */
export type AddressMatcher = (address: string | undefined) => boolean;

/**
 * Creates a matcher for a list of IP addresses and CIDR ranges (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *
 * Does not use the `BlockList` of `node:net`, because workers do not have it.
 *
 * @throws TypeError if an entry is neither
 */
export function createAddressMatcher(ranges: readonly string[]): AddressMatcher {
  const prefixes = ranges.map(parsePrefix);
  return (address = "") => {
    const bits = parseAddress(address);
    return bits !== undefined && prefixes.some(({ free, value }) => bits >> free === value);
  };
}

interface Prefix {
  /** Number of bits after the prefix. */
  readonly free: bigint;
  /** Bits of the prefix. */
  readonly value: bigint;
}

function parsePrefix(range: string): Prefix {
  const [, address = "", length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
  const bits = parseAddress(address);
  const longest = address.includes(":") ? 128 : 32;
  const free = BigInt(longest - Number(length ?? longest));
  if (bits === undefined || free < 0n) {
    throw new TypeError(`${JSON.stringify(range)} is not an IP address or a range such as "10.0.0.0/8"`);
  }
  return { free, value: bits >> free };
}

/**
 * Parses an address to its 128 bits. Maps IPv4 to `::ffff:0:0/96` (RFC 4291 section 2.5.5.2), like a socket that
 * listens on both. Returns `undefined` if the text is not an address.
 */
function parseAddress(address: string): bigint | undefined {
  // A link-local address may contain its interface, "fe80::1%eth0". The interface is ignored.
  const [text = ""] = address.split("%", 1);
  const mapped = /^[\d.]+$/.test(text) ? `::ffff:${text}` : text;
  if (!/^[\da-f:.]+$/i.test(mapped) || !URL.canParse(`http://[${mapped}]`)) return undefined;
  return expandGroups(new URL(`http://[${mapped}]`).hostname.slice(1, -1)).reduce(
    (bits, group) => (bits << 16n) | BigInt(`0x${group}`),
    0n,
  );
}

/** Returns the eight groups of an address printed by a URL parser: in hexadecimal, with at most one `::` for zeros. */
function expandGroups(address: string): readonly string[] {
  const [head = [], tail = []] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
