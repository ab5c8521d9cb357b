import { createEventStore } from "./appdirect/event-store.js";
import { createMarketplace } from "./appdirect/marketplace.js";
import { createNotifier, type SendEvent } from "./appdirect/notification.js";
import type { TakenUsage } from "./appdirect/usage.js";
import { createBus } from "./aps/bus.js";
import { createOrderManager } from "./aps/order-manager.js";
import { createPaymentMethods } from "./aps/payment-methods.js";
import { createResourceStore } from "./aps/resources.js";
import { seedResources } from "./aps/seed.js";
import { type ApsUser, type ApsUserOptions, createStaff } from "./aps/staff.js";
import { createSubscriptions } from "./aps/subscriptions.js";
import { makeServerCertificate, type ServerCertificate } from "./certificate.js";
import { makeCredentials, type SandboxCredentials } from "./credentials.js";
import type { Fault } from "./faults/fault.js";
import { createFaultBox, type FaultSwitches } from "./faults/fault-switches.js";
import { startLoopbackServer } from "./http-server.js";
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
  /** Ends both servers with all their connections, and rejects what still waits for a vendor. Closing twice is no error. */
  close(): Promise<void>;
}

/** Starts a sandbox. Any number of them run side by side, each with data, keys and ports of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    apsPort = 0,
    apsCredentials = makeCredentials(),
    apsUsers = [],
    gateway = {},
    appdirectPort = 0,
    appdirectCredentials = makeCredentials(),
    orderDuration = 300,
    now = Date.now,
    faults: initialFaults = [],
  } = options;
  const faults = createFaultBox(initialFaults);
  const resources = createResourceStore(seedResources(), now);
  const staff = createStaff(apsCredentials, apsUsers, resources);
  const certificate = await makeServerCertificate();
  const [apsServer, appdirectServer] = await startBoth(certificate, apsPort, appdirectPort);
  const log = createRequestLog();

  const aps = { baseUrl: apsServer.baseUrl, credentials: apsCredentials };
  const subscriptions = createSubscriptions(resources);
  const { find } = resources;
  const orders = createOrderManager({ find, carryOut: subscriptions.carryOut, now, orderDuration });
  const bus = createBus({ resources, orders, staff, subscriptions, paymentMethods: createPaymentMethods(find) });
  const gate = { log, faults, now };
  const apsCheck = createSignatureCheck({ secretFor: staff.secretFor, baseUrl: aps.baseUrl, gateway, now });
  apsServer.serve(gated(bus, { ...gate, verify: apsCheck }));

  const appdirect = { baseUrl: appdirectServer.baseUrl, credentials: appdirectCredentials };
  const events = createEventStore();
  const usage: TakenUsage[] = [];
  const secretFor = secretOf(appdirectCredentials);
  const appdirectCheck = createSignatureCheck({ secretFor, baseUrl: appdirect.baseUrl, now });
  appdirectServer.serve(
    gated(
      createMarketplace(events, (taken) => usage.push(taken)),
      { ...gate, verify: appdirectCheck },
    ),
  );

  const closing = new AbortController();
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
    sendEvent: createNotifier({ ...appdirect, events, faults, now, closing: closing.signal }),
    faults: { list: faults.list, replace: faults.replace },
    async close() {
      closing.abort(new Error("The sandbox was closed"));
      await Promise.all([apsServer.close(), appdirectServer.close()]);
    },
  };
}

function secretOf({ consumerKey, consumerSecret }: SandboxCredentials) {
  return (key: string) => (key === consumerKey ? consumerSecret : undefined);
}

/** Where the second port is taken, the first server does not stay behind. */
async function startBoth(certificate: ServerCertificate, firstPort: number, secondPort: number) {
  const first = await startLoopbackServer(certificate, firstPort);
  try {
    return [first, await startLoopbackServer(certificate, secondPort)] as const;
  } catch (error) {
    await first.close();
    throw error;
  }
}
