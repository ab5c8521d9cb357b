import { type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** Host of a network of its own: a namespace of the kernel. */
export interface Host {
  /** Runs a command of `ip` inside. */
  ip(...args: readonly string[]): void;
  /** Sets a value below `/proc/sys/net/ipv4`. */
  set(name: string, value: number): void;
  /** Starts a program of the folder `programs` inside. */
  start(program: string, ...args: readonly string[]): Program;
}

/** Program that prints events as lines and takes orders as lines. */
export interface Program {
  /** Waits for a line that begins with a word, and returns what follows it. */
  line(word: string): Promise<string>;
  /** Lines so far. */
  readonly lines: readonly string[];
  tell(order: string): void;
  kill(): void;
}

/** Client, router and server on three hosts: client 10.213.1.2 — 10.213.1.1 router 10.213.2.1 — 10.213.2.2 server. */
export interface Network {
  readonly client: Host;
  readonly router: Host;
  readonly server: Host;
  remove(): void;
}

export const CLIENT = "10.213.1.2";
export const SERVER = "10.213.2.2";

/** Tells whether this process may make network namespaces. */
export function canMakeNetworks(): boolean {
  const name = `apsdirect-try-${process.pid}`;
  try {
    execFileSync("ip", ["netns", "add", name], { stdio: "ignore" });
    execFileSync("ip", ["netns", "delete", name], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes the three hosts and connects them. */
export function makeNetwork(): Network {
  const names = ["c", "r", "s"].map((letter) => `apsdirect-${process.pid}-${letter}`);
  const [c = "", r = "", s = ""] = names;
  const remove = (): void => {
    for (const name of names) {
      run(["netns", "delete", name]);
      rmSync(`/etc/netns/${name}`, { recursive: true, force: true });
    }
  };
  try {
    for (const name of names) ip(["netns", "add", name]);
    ip(["link", "add", "veth0", "netns", c, "type", "veth", "peer", "name", "veth1", "netns", r]);
    ip(["link", "add", "veth0", "netns", s, "type", "veth", "peer", "name", "veth2", "netns", r]);
    const [client, router, server] = [hostOf(c), hostOf(r), hostOf(s)];
    for (const host of [client, router, server]) host.ip("link", "set", "lo", "up");
    connect(client, "veth0", `${CLIENT}/24`);
    connect(router, "veth1", "10.213.1.1/24");
    connect(router, "veth2", "10.213.2.1/24");
    connect(server, "veth0", `${SERVER}/24`);
    client.ip("route", "add", "default", "via", "10.213.1.1");
    server.ip("route", "add", "default", "via", "10.213.2.1");
    router.set("ip_forward", 1);
    // The kernel of the router limits how often it reports an unreachable host.
    router.set("icmp_ratelimit", 0);
    mkdirSync(`/etc/netns/${c}`, { recursive: true });
    writeFileSync(`/etc/netns/${c}/hosts`, "127.0.0.1 localhost\n10.213.2.10 two.test\n10.213.2.11 two.test\n");
    return { client, router, server, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function connect(host: Host, link: string, address: string): void {
  host.ip("address", "add", address, "dev", link);
  host.ip("link", "set", link, "up");
}

function hostOf(name: string): Host {
  return {
    ip: (...args) => ip(["-n", name, ...args]),
    set(key, value) {
      ip(["netns", "exec", name, "sh", "-c", `echo ${value} > /proc/sys/net/ipv4/${key}`]);
    },
    start(program, ...args) {
      const path = fileURLToPath(new URL(`programs/${program}.mjs`, import.meta.url));
      const command = ["netns", "exec", name, process.execPath, "--no-warnings", path, ...args];
      return programOf(spawn("ip", command, { stdio: ["pipe", "pipe", "inherit"] }));
    },
  };
}

function programOf(child: ChildProcessByStdio<Writable, Readable, null>): Program {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  return {
    lines,
    line: (word) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => line.split(" ", 1)[0] === word);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.slice(word.length + 1));
        };
        waiting.add(look);
        child.once("exit", () => reject(new Error(`the program ended without ${word}: ${lines.join(" | ")}`)));
        look();
      }),
    tell: (order) => void child.stdin.write(`${order}\n`),
    kill: () => void child.kill("SIGKILL"),
  };
}

function ip(args: readonly string[]): void {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
}

function run(args: readonly string[]): void {
  try {
    ip(args);
  } catch {
    // It was not there.
  }
}
