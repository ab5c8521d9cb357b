import { type Fault, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, type OrderRequest, type OrderSettlement, OutcomeUnknownError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { oauth1Signer } from "apsdirect/oauth1";

/** Paths of the order manager. */
export const ORDERS = "/aps/2/services/order-manager";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export const NORTHWIND = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const FABRIKAM = "ad2b10d4-5478-47f5-b949-3577570c4a25";
const BACKUP = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";
const MAIL = "0584c6bc-d77a-4a15-832e-00ff2aa4a75e";
const period = { unit: "MONTHS", duration: 1 };

/** Order without its account. */
export const sale = { type: "SALES" as const, products: [{ planId: BACKUP, period }] };
/** Order whose outcome is unknown. */
export const order = { ...sale, accountId: NORTHWIND };
/** Order of the same account, for another plan. */
export const otherProducts: OrderRequest = { ...order, products: [{ planId: MAIL, period }] };
/** Same order, for another account. */
export const otherAccount: OrderRequest = { ...order, accountId: FABRIKAM };

/** Sandbox whose clock can be advanced. Each scenario starts a day after the previous one. */
export class Stage {
  readonly sandbox: Sandbox;
  #ahead: () => number;
  readonly #setAhead: (milliseconds: number) => void;

  private constructor(sandbox: Sandbox, ahead: () => number, setAhead: (milliseconds: number) => void) {
    this.sandbox = sandbox;
    this.#ahead = ahead;
    this.#setAhead = setAhead;
  }

  static async open(): Promise<Stage> {
    let ahead = 0;
    const sandbox = await startSandbox({ now: () => Date.now() + ahead });
    return new Stage(
      sandbox,
      () => ahead,
      (milliseconds) => {
        ahead = milliseconds;
      },
    );
  }

  /** Clock of both sides, in milliseconds since 1970. */
  readonly now = (): number => Date.now() + this.#ahead();

  pass(milliseconds: number): void {
    this.#setAhead(this.#ahead() + milliseconds);
  }

  nextDay(): void {
    this.sandbox.faults.replace([]);
    this.pass(DAY);
  }

  /** Creates a client without any knowledge about the platform. */
  client(): ApsClient {
    const { baseUrl, credentials } = this.sandbox.aps;
    return new ApsClient({
      baseUrl,
      signer: oauth1Signer(credentials, { now: this.now }),
      fetch: nodeFetch({ ca: this.sandbox.certificate }),
      maxRetries: 0,
    });
  }

  /** Places an order without a fault. */
  async place(request: OrderRequest): Promise<string> {
    return (await this.client().orders.create(request)).orderId;
  }

  /**
   * Sends the order over a connection that is lost.
   *
   * @returns Error, and the time of sending by the clock of this stage. The SDK's transport uses its own clock.
   */
  async lose(
    sdk: ApsClient,
    fault: Fault,
    request: OrderRequest = order,
  ): Promise<{ error: OutcomeUnknownError; sentAt: Date }> {
    this.sandbox.faults.replace([{ ...fault, path: ORDERS, times: 1 }]);
    const sentAt = new Date(this.now());
    const error: unknown = await sdk.orders.create(request).catch((reason: unknown) => reason);
    this.sandbox.faults.replace([]);
    if (!(error instanceof OutcomeUnknownError)) throw new Error("expected an unknown outcome", { cause: error });
    return { error, sentAt };
  }

  /** Lists the IDs of all orders on the platform, without any faults. */
  async orderIds(): Promise<readonly string[]> {
    const faults = this.sandbox.faults.list();
    this.sandbox.faults.replace([]);
    const all = await this.client().orders.list().all({ max: 10_000 });
    this.sandbox.faults.replace(faults);
    return all.map(({ orderId = "" }) => orderId);
  }
}

/** Verdict of a settlement, or its reason if it is undecided. */
export function wordOf(settlement: OrderSettlement): string {
  return settlement.verdict === "undecided" ? settlement.reason : settlement.verdict;
}
