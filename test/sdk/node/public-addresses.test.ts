import { isIP } from "node:net";
import { nodeFetch } from "apsdirect/node";
import { describe, expect, test } from "vitest";

/** Returns the code of the error for a URL whose host resolves to this address. */
async function codeOf(url: string, address: string): Promise<string | undefined> {
  const fetch = nodeFetch({
    publicAddressesOnly: true,
    lookup: (_, __, callback) => callback(null, [{ address, family: isIP(address.split("%")[0] ?? "") }]),
  });
  const calling = fetch(new Request(url, { signal: AbortSignal.timeout(300) }));
  const error: unknown = await calling.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "ERR_PRIVATE_ADDRESS") return cause.code;
  }
  return undefined;
}

const refused: { readonly [what: string]: readonly string[] } = {
  "this network": ["0.0.0.0", "0.1.2.3"],
  "private use": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  "shared address space": ["100.64.0.1", "100.127.255.255"],
  loopback: ["127.0.0.1", "127.255.255.254", "::1"],
  unspecified: ["::"],
  "link local": ["169.254.0.1", "fe80::1", "fe80::1%lo", "febf::1"],
  "metadata of clouds": [
    "169.254.169.254",
    "169.254.170.2",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::a9fe:a9fe",
  ],
  "protocol assignments": ["192.0.0.1", "192.0.0.170", "2001::1", "2001:1::1", "2001:2::1", "2001:10::1", "2001:20::1"],
  documentation: ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1", "3fff:fff::1"],
  benchmarking: ["198.18.0.1", "198.19.255.255"],
  "6to4": ["192.88.99.1", "2002:7f00:1::", "2002:808:808::1"],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
  "reserved and broadcast": ["240.0.0.1", "255.255.255.255"],
  "unique and site local": ["fc00::1", "fd12:3456::1", "fec0::1"],
  "discard-only and dummy": ["100::1", "100:0:0:1::1"],
  "not assigned": ["200::1", "400::1", "1000::1", "4000::1", "5f00::1", "8000::1", "fe00::1", "::1:0:0:1"],
  "IPv4-compatible": ["::127.0.0.1", "::7f00:1", "::8.8.8.8"],
  "IPv4-mapped": ["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:168.63.129.16", "::ffff:a83f:8110", "::ffff:10.0.0.1"],
  "IPv4-translated": ["::ffff:0:127.0.0.1", "::ffff:0:7f00:1", "::ffff:0:a83f:8110", "::ffff:0:8.8.8.8"],
  NAT64: ["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::a83f:8110", "64:ff9b:1::8.8.8.8", "64:ff9b::1:808:808"],
};

const rows = Object.entries(refused).flatMap(([what, addresses]) => addresses.map((address) => ({ what, address })));

describe("F17: publicAddressesOnly refuses", () => {
  test.each(rows)("F17: $what, $address", async ({ address }) => {
    expect(await codeOf("http://name.example:9/", address)).toBe("ERR_PRIVATE_ADDRESS");
    if (address.includes("%")) return; // a URL cannot have one
    const host = address.includes(":") ? `[${address}]` : address;
    expect(await codeOf(`http://${host}:9/`, "8.8.8.8")).toBe("ERR_PRIVATE_ADDRESS");
  });
});

test("F17: publicAddressesOnly allows public addresses, even those adjacent to special ones", async () => {
  const addresses = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "168.63.129.15",
    "168.63.129.17",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "198.20.0.1",
    "223.255.255.254",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2001:200::1",
    "2606:4700::1111",
    "2a00::1",
  ];
  const codes = await Promise.all(addresses.map((address) => codeOf("http://name.example:9/", address)));
  expect(Object.fromEntries(addresses.map((address, index) => [address, codes[index]]))).toEqual(
    Object.fromEntries(addresses.map((address) => [address, undefined])),
  );
});
