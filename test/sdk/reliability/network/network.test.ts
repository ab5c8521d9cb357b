import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWith } from "../../../support/needed.js";
import { CLIENT, canMakeNetworks, makeNetwork, type Network, type Program, SERVER } from "./network.js";

const needed = { name: "iproute2, for root,", isThere: canMakeNetworks() };

// Client, router and server have a network stack each, so that the kernel itself gives the errors.
describeWith(needed, "a network of three hosts", () => {
  let network: Network;
  let platform: Program;

  beforeAll(async () => {
    network = makeNetwork();
    network.client.set("tcp_retries2", 3);
    network.client.set("tcp_syn_retries", 1);
    platform = network.server.start("platform");
    await platform.line("ready");
  });

  afterAll(() => {
    platform?.kill();
    network?.remove();
  });

  function placed(): number {
    return platform.lines.filter((line) => line.startsWith("placed")).length;
  }

  /** The server's answers are lost from here on, and then the router says that the server cannot be reached. */
  async function loseOrder(kind: string): Promise<{ ended: Ended; repeated: readonly string[] }> {
    const client = network.client.start("place-order", `http://${SERVER}:8080`, kind, "2", "warm");
    await client.line("warm");
    network.server.ip("route", "add", "blackhole", `${CLIENT}/32`);
    const before = placed();
    client.tell("go");
    await until(() => placed() > before);
    network.router.ip("route", "add", "unreachable", `${SERVER}/32`);
    // Whoever sends once more finds a network that works again.
    const heal = (): void => {
      network.router.ip("route", "delete", "unreachable", `${SERVER}/32`);
      network.server.ip("route", "delete", "blackhole", `${CLIENT}/32`);
    };
    await Promise.race([client.line("repeats").catch(() => {}), client.line("ended")]);
    heal();
    const ended = JSON.parse(await client.line("ended")) as Ended;
    client.kill();
    return { ended, repeated: client.lines.filter((line) => line.startsWith("repeats")) };
  }

  test.each(["fetch", "nodeFetch"])(
    "F1: an order whose response is lost, and whose host is then unreachable, is one order of unknown outcome: %s",
    async (kind) => {
      const before = placed();
      const { ended, repeated } = await loseOrder(kind);
      expect(ended).toMatchObject({ code: "OUTCOME_UNKNOWN" });
      // The kernel names the read, and not an attempt to connect.
      expect(ended.cause?.join()).toMatch(/(?:EHOSTUNREACH|ETIMEDOUT) read/);
      expect(repeated).toEqual([]);
      expect(placed() - before).toBe(1);
    },
  );

  test("F1: an order to a host that was never reachable is not executed, and the error says so", async () => {
    const before = placed();
    network.router.ip("route", "add", "unreachable", `${SERVER}/32`);
    for (const ended of await placeAt(SERVER)) {
      expect(ended).toMatchObject({ code: "CONNECTION_FAILED" });
      expect(ended.message).toContain("the host cannot be reached (EHOSTUNREACH)");
    }
    network.router.ip("route", "delete", "unreachable", `${SERVER}/32`);
    expect(placed()).toBe(before);
  });

  test("F7: an order to silent addresses, one or two of a host, is not executed: connecting took too long", async () => {
    network.router.ip("route", "add", "blackhole", "10.213.2.8/29");
    for (const ended of await placeAt("10.213.2.10", "two.test")) {
      expect(ended).toMatchObject({ code: "CONNECTION_FAILED" });
      expect(ended.message).toMatch(/no connection could be made in time \((?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\)/);
    }
    network.router.ip("route", "delete", "blackhole", "10.213.2.8/29");
  });

  /** Places an order at each host at once, through both ways to send. */
  function placeAt(...hosts: readonly string[]): Promise<readonly Ended[]> {
    const ends = hosts.flatMap((host) =>
      ["fetch", "nodeFetch"].map(async (kind) => {
        const client = network.client.start("place-order", `http://${host}:8080`, kind, "0");
        return JSON.parse(await client.line("ended")) as Ended;
      }),
    );
    return Promise.all(ends);
  }
});

/** What became of an order. */
interface Ended {
  readonly code?: string;
  readonly message?: string;
  readonly cause?: readonly string[];
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
