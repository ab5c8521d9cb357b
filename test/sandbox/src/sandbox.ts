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
import { createServerCertificate, type ServerCertificate } from "./certificate.js";
import { createClock } from "./clock.js";
import { createCredentials, type SandboxCredentials } from "./credentials.js";
import { type ChangeLog, findLatest, unstoredChangeLog } from "./data/change.js";
import { openDataFile } from "./data/data-file.js";
import { DataFileError } from "./data/data-file-error.js";
import type { Fault } from "./faults/fault.js";
import { createFaultBox, type FaultSwitches } from "./faults/fault-switches.js";
import { createLateRequests } from "./faults/late-requests.js";
import { type LoopbackServer, startLoopbackServer } from "./http-server.js";
import { type Inspector, startInspector } from "./inspector/inspector.js";
import { createCallHandler } from "./platform.js";
import { createRequestLog, type RecordedRequest } from "./recorded-requests.js";
import { createSignatureCheck, type GatewayOptions } from "./signature-verdict.js";

/** Options for {@link startSandbox}. All are optional. */
export interface SandboxOptions {
  /** Port of the APS bus. @defaultValue any free port */
  readonly apsPort?: number;
  /** Credentials for the bus that may do everything. @defaultValue a new random pair */
  readonly apsCredentials?: SandboxCredentials;
  /** Additional keys for the bus, with their permissions. @defaultValue none */
  readonly apsUsers?: readonly ApsUserOptions[];
  /** Gateway in front of the bus. @defaultValue none: clients call the bus directly */
  readonly gateway?: GatewayOptions;
  /** Port of the marketplace. @defaultValue any free port */
  readonly appdirectPort?: number;
  /** Credentials that marketplace and vendor share. @defaultValue a new random pair */
  readonly appdirectCredentials?: SandboxCredentials;
  /** Time from placement to completion of an order, in milliseconds. @defaultValue 300 */
  readonly orderDuration?: number;
  /**
   * Serves a web page on its own port that shows requests, and why signatures are rejected.
   * @defaultValue false
   */
  readonly inspector?: boolean | { readonly port: number };
  /**
   * Clock of both platforms, in milliseconds since 1970. Determines whether timestamps of signatures are valid, the
   * dates of resources, and the state of orders. @defaultValue `Date.now`
   */
  readonly now?: () => number;
  /**
   * File that keeps resources, orders, events with their results, credentials and the certificate across restarts.
   * Created if missing. A call gets its response once its changes are on disk. Only one sandbox can use a file at a
   * time. @defaultValue none: all data is discarded on exit
   */
  readonly data?: string;
  /**
   * Initial data of the bus. A data file stores its seed and cannot be used with another.
   * @defaultValue built-in accounts, plans and a subscription
   */
  readonly seed?: SandboxSeed;
  /** Faults that are active from the start. @defaultValue none */
  readonly faults?: readonly Fault[];
}

/** URL and credentials of a platform. */
export interface SandboxPlatform {
  /** `https://127.0.0.1:<port>`. The server also responds at `https://localhost:<port>`. */
  readonly baseUrl: string;
  /** Credentials that may do everything. */
  readonly credentials: SandboxCredentials;
}

/** Running APS bus and AppDirect marketplace, reachable only from this machine. */
export interface Sandbox {
  /** APS bus. */
  readonly aps: SandboxPlatform;
  /** AppDirect marketplace. */
  readonly appdirect: SandboxPlatform;
  /**
   * Users whose keys the bus accepts: the one of `aps`, which may do everything, followed by those from the options.
   */
  readonly apsUsers: readonly ApsUser[];
  /** Certificate of both servers in PEM. Pass it to the client as `ca`; nothing else on the machine trusts it. */
  readonly certificate: string;
  /** Last 1,000 requests, oldest first, at the time of reading. */
  readonly requests: readonly RecordedRequest[];
  /** Usage reports that the marketplace accepted, oldest first, at the time of reading. */
  readonly usage: readonly TakenUsage[];
  /**
   * Stores an event and sends a signed notification to a vendor's endpoint, as the marketplace does when a customer
   * acts.
   */
  readonly sendEvent: SendEvent;
  /**
   * Active faults. They can be changed at any time. A single request can specify its own faults in the header
   * `x-sandbox-fault`: `delay=500`, `reset=after`, `status=503;retryAfter=1` and so on, separated by commas.
   */
  readonly faults: FaultSwitches;
  /** Inspector page, if enabled. */
  readonly inspector: Pick<Inspector, "url"> | undefined;
  /**
   * Stops all servers, closes their connections, and rejects everything that still waits for a vendor. Closing twice is
   * allowed.
   */
  close(): Promise<void>;
}

/**
 * Starts a sandbox. Several can run at the same time, each with its own data, keys and ports.
 *
 * @throws {@link SeedError} if the seed is invalid
 * @throws {@link DataFileError} if the data file cannot be used
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const changes = options.data === undefined ? unstoredChangeLog : await openDataFile(options.data);
  try {
    return await startWithLog(changes, options);
  } catch (error) {
    await changes.close();
    throw error;
  }
}

async function startWithLog(changes: ChangeLog, options: SandboxOptions): Promise<Sandbox> {
  const { apsPort = 0, appdirectPort = 0, orderDuration = 300 } = options;
  const clock = createClock(options.now ?? Date.now);
  const { now } = clock;
  const { inspector: wantedInspector = false, apsUsers = [], gateway = {} } = options;
  const faults = createFaultBox(options.faults ?? []);
  const seed = await loadSeed(changes, options);
  const credentials = loadCredentials(changes, options);
  const certificate = await loadCertificate(changes);
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
  const { execute } = subscriptions;
  const orders = createOrderManager({ find, plans, execute, seed: seed.orders, now, orderDuration, log: changes });
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
  apsServer.serve(createCallHandler(bus, { ...gate, verify: apsCheck }));
  const secretFor = createSecretLookup(appdirect.credentials);
  const appdirectCheck = createSignatureCheck({ secretFor, baseUrl: appdirect.baseUrl, now });
  appdirectServer.serve(createCallHandler(marketplace, { ...gate, verify: appdirectCheck }));

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
    ? await closeOnFailure(startInspector(inspected, portOf(wantedInspector)), [apsServer, appdirectServer])
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

function createSecretLookup({ consumerKey, consumerSecret }: SandboxCredentials) {
  return (key: string) => (key === consumerKey ? consumerSecret : undefined);
}

async function startBoth(certificate: ServerCertificate, firstPort: number, secondPort: number) {
  const first = await startLoopbackServer(certificate, firstPort);
  return [first, await closeOnFailure(startLoopbackServer(certificate, secondPort), [first])] as const;
}

/** Closes the servers that already listen if starting another one fails. */
async function closeOnFailure<T>(
  starting: Promise<T>,
  servers: ReadonlyArray<Pick<LoopbackServer, "close">>,
): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
}

/** Seed from the options, which must equal the one in the data file. */
async function loadSeed(changes: ChangeLog, options: SandboxOptions): Promise<BusSeed> {
  const kept = findLatest(changes, "seed");
  const given: SandboxSeed | null = options.seed ?? kept?.seed ?? null;
  // Loaded on demand: only a custom seed needs to be parsed.
  const seed = given === null ? builtInSeed() : (await import("./aps/custom-seed.js")).readSeed(given);
  if (kept === undefined) changes.add({ kind: "seed", seed: given });
  else if (JSON.stringify(given) !== JSON.stringify(kept.seed)) {
    throw new DataFileError(`${options.data} was created with another seed. Omit the seed or choose another file.`);
  }
  return seed;
}

/** Credentials from the options, or else those of the first start. */
function loadCredentials(changes: ChangeLog, { apsCredentials, appdirectCredentials }: SandboxOptions) {
  const kept = findLatest(changes, "credentials");
  const credentials = {
    aps: apsCredentials ?? kept?.aps ?? createCredentials(),
    appdirect: appdirectCredentials ?? kept?.appdirect ?? createCredentials(),
  };
  if (kept === undefined) changes.add({ kind: "credentials", ...credentials });
  return credentials;
}

/** Stored certificate, which clients already trust, while it is valid by the machine's clock. Otherwise a new one. */
async function loadCertificate(changes: ChangeLog): Promise<ServerCertificate> {
  const kept = findLatest(changes, "certificate")?.certificate;
  if (kept !== undefined && Date.now() < Date.parse(new X509Certificate(kept.certificate).validTo)) return kept;
  const certificate = await createServerCertificate();
  changes.add({ kind: "certificate", certificate });
  return certificate;
}

function portOf(inspector: true | { readonly port: number }): number {
  return inspector === true ? 0 : inspector.port;
}
