import { spawn, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFileError, type Sandbox, type SandboxOptions, startSandbox } from "@apsdirect/sandbox";
import { generate } from "selfsigned";
import { expect, onTestFinished, test } from "vitest";
import { formatLine } from "../sandbox/src/data/change-lines.js";
import { apsSample } from "./sample.js";
import { items, json, send, text } from "./signed-request.js";
import { startVendor } from "./vendor.js";

const orders = "/aps/2/services/order-manager/orders";
const { body: order } = apsSample("placeOrder-sales").request;
const account = "/aps/2/resources/3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";

test("resources, orders, credentials and the certificate are there after a restart", async () => {
  const data = await dataFile();
  const first = await sandboxOn(data);
  const placed = text(await send(first, { method: "POST", target: orders, body: order }), "orderId");
  await send(first, { method: "PUT", target: account, body: { companyName: "Northwind (new)" } });
  await send(first, { method: "DELETE", target: "/aps/2/resources/3877a739-d939-43a2-86b5-11f3e91adf32" });
  const created = await send(first, {
    method: "POST",
    target: "/aps/2/resources",
    body: [{ aps: { type: "http://aps.test/room/1.0" } }, { aps: { type: "http://aps.test/room/1.0" } }],
  });
  const resources = items(await send(first, { target: "/aps/2/resources" }));
  await first.close();

  const second = await sandboxOn(data);
  expect(second.certificate).toBe(first.certificate);
  expect([second.aps.credentials, second.appdirect.credentials]).toEqual([
    first.aps.credentials,
    first.appdirect.credentials,
  ]);
  expect(items(await send(second, { target: "/aps/2/resources" }))).toEqual(resources);
  expect(items(await send(second, { target: "/aps/2/resources?implementing(http://aps.test/room)" }))).toEqual(
    items(created),
  );
  expect(json(await send(second, { target: account }))).toMatchObject({ companyName: "Northwind (new)" });
  expect(items(await send(second, { target: orders })).map(({ orderId }) => orderId)).toEqual([placed]);
  const another = text(await send(second, { method: "POST", target: orders, body: order }), "orderId");
  expect(json(await send(second, { target: `${orders}/${another}` }))).toMatchObject({ orderNumber: "SO000002" });
});

test("an order goes on from the time of its placing, whoever was there to see it", async () => {
  const data = await dataFile();
  let time = Date.now();
  const options = { now: () => time, orderDuration: 60_000 };
  const first = await sandboxOn(data, options);
  const target = `${orders}/${text(await send(first, { method: "POST", target: orders, body: order, now: options.now }), "orderId")}`;
  await first.close();
  time += 30_000;
  const second = await sandboxOn(data, options);
  const statusNow = async () => text(await send(second, { target, now: options.now }), "provisioningStatus");
  expect(await statusNow()).toBe("IN_PROGRESS");
  time += 30_000;
  expect(await statusNow()).toBe("COMPLETED");
});

test("what an order brings about is brought about once, before or after a restart, and payment methods are kept", async () => {
  const data = await dataFile();
  const place = (sandbox: Sandbox) => send(sandbox, { method: "POST", target: orders, body: order });
  const subscriptions = async (sandbox: Sandbox) =>
    items(await send(sandbox, { target: "/aps/2/collections/bss-subscriptions?sort(subscriptionId)" }));
  const amounts = async (sandbox: Sandbox, { aps }: { readonly aps?: unknown } = {}) =>
    items(await send(sandbox, { target: `/aps/2/resources/${Object(aps).id}/resources` }));
  const methods = "/aps/2/services/payment-method-manager/paymentMethods";

  const first = await sandboxOn(data, { orderDuration: 0 });
  const before = (await subscriptions(first)).length;
  await place(first);
  const carriedOut = await subscriptions(first);
  expect(carriedOut).toHaveLength(before + 1);
  const ordered = await amounts(first, carriedOut.at(-1));
  const card = { ownerAccountId: account.slice("/aps/2/resources/".length), perCustomer: true, status: "ACTIVE" };
  const method = { ...card, ratified: "NO", defaultMethod: true };
  expect((await send(first, { method: "POST", target: methods, body: method })).status).toBe(200);
  const kept = items(await send(first, { target: methods }));
  await place(first); // and nobody looks before the end
  await first.close();

  const second = await sandboxOn(data, { orderDuration: 0 });
  const after = await subscriptions(second);
  expect(after).toHaveLength(before + 2);
  expect(after.slice(0, -1)).toEqual(carriedOut);
  expect(await amounts(second, carriedOut.at(-1))).toEqual(ordered);
  expect(ordered).not.toEqual([]);
  expect(items(await send(second, { target: methods }))).toEqual(kept);
  await second.close();
  expect(await subscriptions(await sandboxOn(data, { orderDuration: 0 }))).toEqual(after);
});

test("an event and its result are there after a restart, and a result is still taken once", async () => {
  const data = await dataFile();
  const first = await sandboxOn(data);
  const vendor = await startVendor((_request, response) => response.writeHead(202).end());
  onTestFinished(() => vendor.close());
  const settled = await first.sendEvent({ type: "SUBSCRIPTION_CANCEL" }, { to: vendor.endpoint });
  const open = await first.sendEvent({ type: "SUBSCRIPTION_CANCEL" }, { to: vendor.endpoint });
  const result = { side: "appdirect", method: "POST", body: { success: true } } as const;
  expect((await send(first, { ...result, target: resultOf(settled) })).status).toBe(200);
  await first.close();

  const second = await sandboxOn(data);
  expect((await send(second, { ...result, target: resultOf(settled) })).status).toBe(409);
  expect((await send(second, { ...result, target: resultOf(open) })).status).toBe(200);
  const ping = "/api/integration/v1/events/dummyOrder/result";
  const { size } = await stat(data);
  expect((await send(second, { ...result, target: ping })).status).toBe(200);
  expect((await stat(data)).size, "a ping leaves nothing behind").toBe(size);
});

test("credentials that are given count for this start; those of the first start stay in the file", async () => {
  const data = await dataFile();
  const given = { consumerKey: "given", consumerSecret: "given secret" };
  const first = await sandboxOn(data, { apsCredentials: given });
  await first.close();
  const second = await sandboxOn(data, { apsCredentials: { ...given, consumerKey: "other" } });
  expect(second.aps.credentials.consumerKey).toBe("other");
  await second.close();
  const third = await sandboxOn(data);
  expect(third.aps.credentials).toEqual(given);
  expect(third.appdirect.credentials).toEqual(first.appdirect.credentials);
});

test("a certificate that has expired is replaced, and the new one kept", async () => {
  const data = await dataFile();
  const expired = await generate([{ name: "commonName", value: "old" }], {
    keyType: "ec",
    notBeforeDate: new Date("2024-01-01"),
    notAfterDate: new Date("2025-01-01"),
  });
  const line = formatLine([
    { kind: "certificate", certificate: { certificate: expired.cert, privateKey: expired.private } },
  ]);
  await writeFile(data, `apsdirect-sandbox data, version 1\n${line}`);
  const first = await sandboxOn(data);
  expect(new X509Certificate(first.certificate).subject).toBe("CN=apsdirect sandbox");
  expect((await send(first, { target: "/aps" })).status).toBe(200);
  await first.close();
  expect((await sandboxOn(data)).certificate).toBe(first.certificate);
});

test.skipIf(process.platform === "win32")("nobody but its owner can read the file", async () => {
  const data = await dataFile();
  await sandboxOn(data);
  expect((await stat(data)).mode & 0o777).toBe(0o600);
});

test("a second sandbox on the same file is refused, by whatever name it calls the file", async () => {
  const data = await dataFile();
  const first = await sandboxOn(data);
  await symlink(data, `${data}.link`);
  for (const path of [data, `${data}.link`]) {
    await expect(startSandbox({ data: path })).rejects.toThrow(/is in use by another sandbox. Stop that sandbox/);
  }
  await first.close();
  await sandboxOn(data);
});

test("wherever a kill tears the file, the next start takes up what was whole", async () => {
  const { data, bytes, orderIds } = await fileWithOrders(3);
  const lines = bytes.toString("latin1").split(/(?<=\n)/);
  const lastLine = bytes.length - (lines.at(-1)?.length ?? 0);
  for (const length of [0, 1, 20, (lines[0]?.length ?? 0) - 1, lastLine + 1, lastLine + 9, bytes.length - 1]) {
    await writeFile(data, bytes.subarray(0, length));
    const sandbox = await sandboxOn(data);
    const found = items(await send(sandbox, { target: orders })).map(({ orderId }) => orderId);
    expect(found, `${length} bytes`).toEqual(length < lastLine ? [] : orderIds.slice(0, -1));
    await send(sandbox, { method: "POST", target: orders, body: order });
    await sandbox.close();
    const again = await sandboxOn(data);
    expect(items(await send(again, { target: orders }))).toHaveLength(found.length + 1);
    await again.close();
  }
});

test("a power failure that leaves zeros at the end costs nothing that was answered", async () => {
  const { data, orderIds } = await fileWithOrders(2);
  await appendFile(data, Buffer.alloc(4096));
  const sandbox = await sandboxOn(data);
  expect(items(await send(sandbox, { target: orders })).map(({ orderId }) => orderId)).toEqual(orderIds);
});

test.each([
  { name: "another version", change: (text: string) => text.replace("version 1", "version 2"), want: /version 2/ },
  { name: "a foreign file", change: () => "my diary\nday 1\n", want: /is not a data file of a sandbox/ },
  { name: "a foreign file of one line", change: () => "my diary", want: /is not a data file of a sandbox/ },
  { name: "a changed amount", change: (text: string) => text.replace("SALES", "SALEZ"), want: /damaged in line \d+:/ },
  { name: "a line that is missing its start", change: (text: string) => text.replace(/\n./, "\n"), want: /in line 2/ },
])("$name is refused with a sentence, and stays as it was", async ({ change, want }) => {
  const { data, bytes } = await fileWithOrders(1);
  const changed = change(bytes.toString());
  await writeFile(data, changed);
  await expect(startSandbox({ data })).rejects.toThrow(want);
  await expect(startSandbox({ data })).rejects.toBeInstanceOf(DataFileError);
  expect(await readFile(data, "utf8")).toBe(changed);
});

test("a file that cannot be opened is refused with a sentence", async () => {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await expect(startSandbox({ data: folder })).rejects.toThrow(/Cannot open .*: EISDIR/);
  await expect(startSandbox({ data: join(folder, "none", "data") })).rejects.toThrow(/Cannot open .*: ENOENT/);
});

test("orders that come at once are written together", async () => {
  const data = await dataFile();
  const sandbox = await sandboxOn(data);
  const lines = async () => (await readFile(data, "utf8")).split("\n").length;
  const before = await lines();
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => send(sandbox, { method: "POST", target: orders, body: order })),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array(40).fill(200));
  expect((await lines()) - before).toBeLessThan(40);
});

test.skipIf(process.platform === "win32")("where the disk is full, nothing is answered that is not kept", async () => {
  const data = await dataFile();
  const program = `
    import { startSandbox } from "@apsdirect/sandbox";
    process.on("SIGXFSZ", () => {}); // the limit of the shell then makes writing fail, as a full disk does
    console.log(JSON.stringify(await startSandbox({ data: ${JSON.stringify(data)} })));
  `;
  const line = `ulimit -S -f 16 && exec "${process.execPath}" --input-type=module --eval "$PROGRAM"`;
  const child = spawn("sh", ["-c", line], {
    cwd: import.meta.dirname,
    env: { ...process.env, PROGRAM: program },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [printed] = await once(child.stdout, "data");
  const limited = JSON.parse(String(printed));
  const place = () => send(limited, { method: "POST", target: orders, body: order });
  const replies = [await place()];
  while (replies.at(-1)?.status === 200) replies.push(await place());
  const refused = replies.at(-1);
  expect(refused?.status).toBe(500);
  expect(refused?.text).toMatch(/Cannot write to .*sandbox.data: EFBIG/);
  // There is room again: but behind half a line nothing could be read.
  spawnSync("prlimit", ["--pid", String(child.pid), "--fsize=unlimited"]);
  expect((await place()).status).toBe(500);
  expect((await send(limited, { target: orders })).status).toBe(500);
  child.kill("SIGKILL");
  await once(child, "close");
  const found = items(await send(await sandboxOn(data), { target: orders })).map(({ orderId }) => orderId);
  expect(found).toEqual(replies.slice(0, -1).map((reply) => text(reply, "orderId")));
});

function resultOf({ eventUrl }: { readonly eventUrl: string }): string {
  return `${new URL(eventUrl).pathname}/result`;
}

async function fileWithOrders(count: number) {
  const data = await dataFile();
  const sandbox = await sandboxOn(data);
  const orderIds: string[] = [];
  for (let placed = 0; placed < count; placed++) {
    orderIds.push(text(await send(sandbox, { method: "POST", target: orders, body: order }), "orderId"));
  }
  await sandbox.close();
  return { data, bytes: await readFile(data), orderIds };
}

async function dataFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "sandbox.data");
}

async function sandboxOn(data: string, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ ...options, data });
  onTestFinished(() => sandbox.close());
  return sandbox;
}
