import { X509Certificate } from "node:crypto";
import { createEventStore } from "./appdirect/event-store.js";
import { createMarketplace } from "./appdirect/marketplace.js";
import { createNotifier, type SendEvent } from "./appdirect/notification.js";
import type { TakenUsage } from "./appdirect/usage.js";
import { createBus } from "./aps/bus.js";
import { createOrderManager } from "./aps/order-manager.js";
import { createPaymentMethods } from "./aps/payment-methods.js";
import { createPayments } from "./aps/payments.js";
import { createResourceStore } from "./aps/resources.js";
import { type BusSeed, builtInSeed } from "./aps/seed.js";
import type { SandboxSeed } from "./aps/seed-document.js";
import { type ApsUser, type ApsUserOptions, createStaff } from "./aps/staff.js";
import { createSubscriptions } from "./aps/subscriptions.js";
import { makeServerCertificate, type ServerCertificate } from "./certificate.js";
import { createClock } from "./clock.js";
import { makeCredentials, type SandboxCredentials } from "./credentials.js";
import { type ChangeLog, forgetfulChangeLog, latest } from "./data/change.js";
import { openDataFile } from "./data/data-file.js";
import { DataFileError } from "./data/data-file-error.js";
import type { Fault } from "./faults/fault.js";
import { createFaultBox, type FaultSwitches } from "./faults/fault-switches.js";
import { createLateRequests } from "./faults/late-requests.js";
import { type LoopbackServer, startLoopbackServer } from "./http-server.js";
import { type Inspector, startInspector } from "./inspector/inspector.js";
import { gated } from "./platform.js";
import { createRequestLog, type RecordedRequest } from "./recorded-requests.js";
import { createSignatureCheck, type GatewayOptions } from "./signature-verdict.js";

/** How a sandbox is to be. Nothing is required. */
export interface SandboxOptions {
  /** Port of the APS bus. @defaultValue any that is free */
  readonly apsPort?: number;
  /** The key to the bus that may do everything. @defaultValue a fresh, unguessable pair */
  readonly apsCredentials?: SandboxCredentials;
  /** Further keys to the bus, with the rights of each. @defaultValue none */
  readonly apsUsers?: readonly ApsUserOptions[];
  /** What stands in front of the bus. @defaultValue nothing: it is called where it listens */
  readonly gateway?: GatewayOptions;
  /** Port of the marketplace. @defaultValue any that is free */
  readonly appdirectPort?: number;
  /** Key and secret that marketplace and vendor share. @defaultValue a fresh, unguessable pair */
  readonly appdirectCredentials?: SandboxCredentials;
  /** Milliseconds from an order's placing to its completion. @defaultValue 300 */
  readonly orderDuration?: number;
  /**
   * Serves a page for the browser that shows what arrives, and why a signature is refused; on a port of its own.
   * @defaultValue false
   */
  readonly inspector?: boolean | { readonly port: number };
  /**
   * Clock of both platforms, in milliseconds since 1970: decides about timestamps of signatures, about dates of
   * resources, and how far an order is. @defaultValue `Date.now`
   */
  readonly now?: () => number;
  /**
   * A file that keeps resources, orders, events with their results, credentials and the certificate over restarts, and
   * is made where there is none. A call is answered when what it changed is on the disk. Only one sandbox at a time can
   * have the file. @defaultValue none: all is forgotten at the end
   */
  readonly data?: string;
  /**
   * What the bus begins with. A data file remembers what it was made with, and takes no other seed.
   * @defaultValue built-in accounts, plans and a subscription
   */
  readonly seed?: SandboxSeed;
  /** What goes wrong from the start. @defaultValue nothing */
  readonly faults?: readonly Fault[];
}

/** Address and credentials of one platform. */
export interface SandboxPlatform {
  /** `https://127.0.0.1:<port>`; the same server answers at `https://localhost:<port>`. */
  readonly baseUrl: string;
  /** That may do everything. */
  readonly credentials: SandboxCredentials;
}

/** A running APS bus and a running AppDirect marketplace, on this machine and for it alone. */
export interface Sandbox {
  /** The APS bus. */
  readonly aps: SandboxPlatform;
  /** The marketplace. */
  readonly appdirect: SandboxPlatform;
  /** Whose keys the bus accepts: the one of `aps`, which may do everything, then those of the option, in their order. */
  readonly apsUsers: readonly ApsUser[];
  /** PEM of the certificate of both servers. Give it to the client as `ca`; nothing else on the machine trusts it. */
  readonly certificate: string;
  /** The last 1,000 requests that arrived, oldest first, as they stood when this was read. */
  readonly requests: readonly RecordedRequest[];
  /** The usage reports that the marketplace has taken, oldest first, as they stood when this was read. */
  readonly usage: readonly TakenUsage[];
  /**
   * Stores an event and announces it to a vendor's endpoint by a signed notification, as the marketplace does when a
   * customer acts.
   */
  readonly sendEvent: SendEvent;
  /**
   * What goes wrong, to be changed at any time. One request has faults of its own by the header `x-sandbox-fault`:
   * `delay=500`, `reset=after`, `status=503;retryAfter=1`, and so on, several of them with commas between.
   */
  readonly faults: FaultSwitches;
  /** The page that shows what arrives, where it was asked for. */
  readonly inspector: Pick<Inspector, "url"> | undefined;
  /** Ends all servers with all their connections, and rejects what still waits for a vendor. Closing twice is no error. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox. Any number of them run side by side, each with data, keys and ports of its own.
 *
 * @throws {@link SeedError} where the seed is not right
 * @throws {@link DataFileError} where the data file cannot be taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const changes = options.data === undefined ? forgetfulChangeLog : await openDataFile(options.data);
  try {
    return await startWith(changes, options);
  } catch (error) {
    await changes.close();
    throw error;
  }
}

async function startWith(changes: ChangeLog, options: SandboxOptions): Promise<Sandbox> {
  const { apsPort = 0, appdirectPort = 0, orderDuration = 300 } = options;
  const clock = createClock(options.now ?? Date.now);
  const { now } = clock;
  const { inspector: wantedInspector = false, apsUsers = [], gateway = {} } = options;
  const faults = createFaultBox(options.faults ?? []);
  const seed = await keptSeed(changes, options);
  const credentials = keptCredentials(changes, options);
  const certificate = await keptCertificate(changes);
  await changes.written();
  const [apsServer, appdirectServer] = await startBoth(certificate, apsPort, appdirectPort);
  const log = createRequestLog(now);
  const { written } = changes;

  const aps = { baseUrl: apsServer.baseUrl, credentials: credentials.aps };
  const resources = createResourceStore({ seed: seed.resources, now, log: changes });
  const { find } = resources;
  const staff = createStaff(credentials.aps, apsUsers, resources);
  const { plans } = seed;
  const subscriptions = createSubscriptions({ resources, plans, log: changes });
  const { carryOut } = subscriptions;
  const orders = createOrderManager({ find, plans, carryOut, seed: seed.orders, now, orderDuration, log: changes });
  const paymentMethods = createPaymentMethods(changes);
  const payments = createPayments(changes);
  const bus = createBus({
    resources,
    orders,
    staff,
    subscriptions,
    paymentMethods,
    payments,
    reasonCodes: seed.reasonCodes,
  });

  const appdirect = { baseUrl: appdirectServer.baseUrl, credentials: credentials.appdirect };
  const events = createEventStore(changes);
  const usage: TakenUsage[] = [];
  const marketplace = createMarketplace(events, (taken) => usage.push(taken));

  const gate = { log, faults, late: createLateRequests(clock), now, written };
  const apsCheck = createSignatureCheck({ secretFor: staff.secretFor, baseUrl: aps.baseUrl, gateway, now });
  apsServer.serve(gated(bus, { ...gate, verify: apsCheck }));
  const secretFor = secretOf(appdirect.credentials);
  const appdirectCheck = createSignatureCheck({ secretFor, baseUrl: appdirect.baseUrl, now });
  appdirectServer.serve(gated(marketplace, { ...gate, verify: appdirectCheck }));

  const closing = new AbortController();
  const sendEvent = createNotifier({ ...appdirect, events, faults, now, written, closing: closing.signal });
  const inspected = {
    platforms: {
      aps: { ...aps, keys: staff.users.map((user) => user.credentials) },
      appdirect: { ...appdirect, keys: [appdirect.credentials] },
    },
    certificate: certificate.certificate,
    log,
    resources: resources.all,
    orders: orders.list,
    sendEvent,
    faults,
  };
  const inspector = wantedInspector
    ? await orClose(startInspector(inspected, portOf(wantedInspector)), [apsServer, appdirectServer])
    : undefined;

  async function end(): Promise<void> {
    closing.abort(new Error("The sandbox was closed"));
    await Promise.all([apsServer.close(), appdirectServer.close(), inspector?.close()]);
    await changes.close();
  }
  let ended: Promise<void> | undefined;
  return {
    aps,
    appdirect,
    apsUsers: staff.users,
    certificate: certificate.certificate,
    get requests() {
      return log.list();
    },
    get usage() {
      return [...usage];
    },
    sendEvent,
    faults: { list: faults.list, replace: faults.replace },
    inspector,
    close() {
      ended ??= end();
      return ended;
    },
  };
}

function secretOf({ consumerKey, consumerSecret }: SandboxCredentials) {
  return (key: string) => (key === consumerKey ? consumerSecret : undefined);
}

async function startBoth(certificate: ServerCertificate, firstPort: number, secondPort: number) {
  const first = await startLoopbackServer(certificate, firstPort);
  return [first, await orClose(startLoopbackServer(certificate, secondPort), [first])] as const;
}

/** Where a later port is taken, the servers that listen already do not stay behind. */
async function orClose<T>(starting: Promise<T>, servers: ReadonlyArray<Pick<LoopbackServer, "close">>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
}

/** What is given, which must be what the data file was made with. */
async function keptSeed(changes: ChangeLog, options: SandboxOptions): Promise<BusSeed> {
  const kept = latest(changes, "seed");
  const given: SandboxSeed | null = options.seed ?? kept?.seed ?? null;
  // What reads a seed is loaded for one alone.
  const seed = given === null ? builtInSeed() : (await import("./aps/given-seed.js")).readSeed(given);
  if (kept === undefined) changes.add({ kind: "seed", seed: given });
  else if (JSON.stringify(given) !== JSON.stringify(kept.seed)) {
    throw new DataFileError(`${options.data} was made with another seed: leave the seed out, or name another file.`);
  }
  return seed;
}

/** Those that are given, for this start; or else those of the first start. */
function keptCredentials(changes: ChangeLog, { apsCredentials, appdirectCredentials }: SandboxOptions) {
  const kept = latest(changes, "credentials");
  const credentials = {
    aps: apsCredentials ?? kept?.aps ?? makeCredentials(),
    appdirect: appdirectCredentials ?? kept?.appdirect ?? makeCredentials(),
  };
  if (kept === undefined) changes.add({ kind: "credentials", ...credentials });
  return credentials;
}

/** The one that clients trust already, as long as it is valid: by their clocks, so by that of the machine. */
async function keptCertificate(changes: ChangeLog): Promise<ServerCertificate> {
  const kept = latest(changes, "certificate")?.certificate;
  if (kept !== undefined && Date.now() < Date.parse(new X509Certificate(kept.certificate).validTo)) return kept;
  const certificate = await makeServerCertificate();
  changes.add({ kind: "certificate", certificate });
  return certificate;
}

function portOf(inspector: true | { readonly port: number }): number {
  return inspector === true ? 0 : inspector.port;
}
