import type { MarketplaceEvent } from "../appdirect/event.js";
import type { EventResult } from "../appdirect/event-result.js";
import type { PlacedOrder } from "../aps/placed-order.js";
import type { ApsResource } from "../aps/resource.js";
import type { SandboxSeed } from "../aps/seed-document.js";
import type { ServerCertificate } from "../certificate.js";
import type { SandboxCredentials } from "../credentials.js";
import type { JsonObject } from "../json.js";

/** Something that became different in a sandbox. All of them in their order, applied to what it began with, are its data. */
export type Change =
  /** What the bus began with, as it was given; `null` for the built-in seed. */
  | { readonly kind: "seed"; readonly seed: SandboxSeed | null }
  | { readonly kind: "credentials"; readonly aps: SandboxCredentials; readonly appdirect: SandboxCredentials }
  | { readonly kind: "certificate"; readonly certificate: ServerCertificate }
  /** Resources as they are now: all that were created at once, or the one that was updated. */
  | { readonly kind: "resources"; readonly resources: readonly ApsResource[] }
  | { readonly kind: "removal"; readonly id: string }
  | { readonly kind: "order"; readonly order: PlacedOrder }
  /** What an order asked for has been done. Its further changes stand in the same line. */
  | { readonly kind: "carried-out"; readonly orderId: string }
  /** How much of each billing resource a subscription has, by APS ID. */
  | {
      readonly kind: "limits";
      readonly subscriptionId: string;
      readonly limits: Readonly<Record<string, string>>;
    }
  | { readonly kind: "payment-method"; readonly method: JsonObject & { readonly id: number } }
  | { readonly kind: "payment"; readonly payment: JsonObject & { readonly id: number } }
  | { readonly kind: "event"; readonly token: string; readonly event: MarketplaceEvent }
  | { readonly kind: "result"; readonly token: string; readonly result: EventResult };

/** The changes of one kind. */
export type ChangeOf<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;

/** Where changes are taken down, and what was taken down before this sandbox started. */
export interface ChangeLog {
  readonly earlier: readonly Change[];
  add(change: Change): void;
  /** Resolves when all that was added until now is kept. Rejects where it cannot be, and from then on always. */
  written(): Promise<void>;
  /** Waits for what is being written, and lets go of the file. */
  close(): Promise<void>;
}

/** Of a sandbox that forgets everything when it ends. */
export const forgetfulChangeLog: ChangeLog = {
  earlier: [],
  add: () => {},
  written: async () => {},
  close: async () => {},
};

/** The latest of the earlier changes of one kind. */
export function latest<K extends Change["kind"]>({ earlier }: ChangeLog, kind: K): ChangeOf<K> | undefined {
  return earlier.findLast((change): change is ChangeOf<K> => change.kind === kind);
}
