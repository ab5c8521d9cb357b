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

  test.each(["fetch", "nodeFetch"])(
    "F1: an order to a host that was never reachable is not executed, and the error says so: %s",
    async (kind) => {
      const before = placed();
      network.router.ip("route", "add", "unreachable", `${SERVER}/32`);
      const client = network.client.start("place-order", `http://${SERVER}:8080`, kind, "0");
      const ended = JSON.parse(await client.line("ended")) as Ended;
      network.router.ip("route", "delete", "unreachable", `${SERVER}/32`);
      expect(ended).toMatchObject({ code: "CONNECTION_FAILED" });
      expect(ended.message).toContain("the host cannot be reached (EHOSTUNREACH)");
      expect(placed()).toBe(before);
    },
  );

  test.each([
    { what: "one address that is silent", host: "10.213.2.10" },
    { what: "two addresses that are silent", host: "two.test" },
  ])("F7: an order to $what is not executed: connecting took too long", async ({ host }) => {
    network.router.ip("route", "add", "blackhole", "10.213.2.8/29");
    const ends = ["fetch", "nodeFetch"].map(async (kind) => {
      const client = network.client.start("place-order", `http://${host}:8080`, kind, "0");
      return JSON.parse(await client.line("ended")) as Ended;
    });
    for (const ended of await Promise.all(ends)) {
      expect(ended).toMatchObject({ code: "CONNECTION_FAILED" });
      expect(ended.message).toMatch(/no connection came about in time \((?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\)/);
    }
    network.router.ip("route", "delete", "blackhole", "10.213.2.8/29");
  });
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
