import { createEventStore } from "./appdirect/event-store.js";
import { createMarketplace } from "./appdirect/marketplace.js";
import { createNotifier, type SendEvent } from "./appdirect/notification.js";
import { createBus } from "./aps/bus.js";
import { createOrderManager } from "./aps/order-manager.js";
import { createResourceStore } from "./aps/resources.js";
import { seedResources } from "./aps/seed.js";
import { makeServerCertificate, type ServerCertificate } from "./certificate.js";
import { makeCredentials, type SandboxCredentials } from "./credentials.js";
import type { Fault } from "./faults/fault.js";
import { createFaultBox, type FaultSwitches } from "./faults/fault-switches.js";
import { type LoopbackServer, startLoopbackServer } from "./http-server.js";
import { type Inspector, startInspector } from "./inspector/inspector.js";
import { gated } from "./platform.js";
import { createRequestLog, type RecordedRequest } from "./recorded-requests.js";
import { createSignatureCheck } from "./signature-verdict.js";

/** How a sandbox is to be. Nothing is required. */
export interface SandboxOptions {
  /** Port of the APS bus. @defaultValue any that is free */
  readonly apsPort?: number;
  /** Whose signatures the bus accepts. @defaultValue a fresh, unguessable pair */
  readonly apsCredentials?: SandboxCredentials;
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
  /** What goes wrong from the start. @defaultValue nothing */
  readonly faults?: readonly Fault[];
}

/** Address and credentials of one platform. */
export interface SandboxPlatform {
  /** `https://127.0.0.1:<port>`; the same server answers at `https://localhost:<port>`. */
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
}

/** A running APS bus and a running AppDirect marketplace, on this machine and for it alone. */
export interface Sandbox {
  readonly aps: SandboxPlatform;
  readonly appdirect: SandboxPlatform;
  /** PEM of the certificate of both servers. Give it to the client as `ca`; nothing else on the machine trusts it. */
  readonly certificate: string;
  /** The last 1,000 requests that arrived, oldest first, as they stood when this was read. */
  readonly requests: readonly RecordedRequest[];
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

/** Starts a sandbox. Any number of them run side by side, each with data, keys and ports of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    apsPort = 0,
    apsCredentials = makeCredentials(),
    appdirectPort = 0,
    appdirectCredentials = makeCredentials(),
    orderDuration = 300,
    inspector: wantedInspector = false,
    now = Date.now,
    faults: initialFaults = [],
  } = options;
  const faults = createFaultBox(initialFaults);
  const certificate = await makeServerCertificate();
  const [apsServer, appdirectServer] = await startBoth(certificate, apsPort, appdirectPort);
  const log = createRequestLog(now);

  const aps = { baseUrl: apsServer.baseUrl, credentials: apsCredentials };
  const resources = createResourceStore(seedResources(), now);
  const orders = createOrderManager({ find: resources.find, now, orderDuration });
  const gate = { log, faults, now };
  apsServer.serve(gated(createBus({ resources, orders }), { ...gate, verify: createSignatureCheck({ ...aps, now }) }));

  const appdirect = { baseUrl: appdirectServer.baseUrl, credentials: appdirectCredentials };
  const events = createEventStore();
  const verify = createSignatureCheck({ ...appdirect, now });
  appdirectServer.serve(gated(createMarketplace(events), { ...gate, verify }));

  const closing = new AbortController();
  const sendEvent = createNotifier({ ...appdirect, events, faults, now, closing: closing.signal });
  const inspected = {
    platforms: { aps, appdirect },
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
  return {
    aps,
    appdirect,
    certificate: certificate.certificate,
    get requests() {
      return log.list();
    },
    sendEvent,
    faults: { list: faults.list, replace: faults.replace },
    inspector,
    async close() {
      closing.abort(new Error("The sandbox was closed"));
      await Promise.all([apsServer.close(), appdirectServer.close(), inspector?.close()]);
    },
  };
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

function portOf(inspector: true | { readonly port: number }): number {
  return inspector === true ? 0 : inspector.port;
}
