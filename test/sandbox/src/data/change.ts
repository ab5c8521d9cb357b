import type { MarketplaceEvent } from "../appdirect/event.js";
import type { EventResult } from "../appdirect/event-result.js";
import type { PlacedOrder } from "../aps/placed-order.js";
import type { ApsResource } from "../aps/resource.js";
import type { SandboxSeed } from "../aps/seed-document.js";
import type { ServerCertificate } from "../certificate.js";
import type { SandboxCredentials } from "../credentials.js";
import type { JsonObject } from "../json.js";

/** Change to the data of a sandbox. Applying all changes to the seed, in order, yields the current data. */
export type Change =
  /** Seed as given, or `null` for the built-in seed. */
  | { readonly kind: "seed"; readonly seed: SandboxSeed | null }
  | { readonly kind: "credentials"; readonly aps: SandboxCredentials; readonly appdirect: SandboxCredentials }
  | { readonly kind: "certificate"; readonly certificate: ServerCertificate }
  /** Resources after the change: all that were created together, or the one that was updated. */
  | { readonly kind: "resources"; readonly resources: readonly ApsResource[] }
  | { readonly kind: "removal"; readonly id: string }
  | { readonly kind: "order"; readonly order: PlacedOrder }
  /** Marks an order as executed. Its effects are in the same line. */
  | { readonly kind: "carried-out"; readonly orderId: string }
  /** Amount of each billing resource that a subscription has, by APS ID. */
  | {
      readonly kind: "limits";
      readonly subscriptionId: string;
      readonly limits: Readonly<Record<string, string>>;
    }
  | { readonly kind: "payment-method"; readonly method: JsonObject & { readonly id: number } }
  | { readonly kind: "payment"; readonly payment: JsonObject & { readonly id: number } }
  | { readonly kind: "event"; readonly token: string; readonly event: MarketplaceEvent }
  | { readonly kind: "result"; readonly token: string; readonly result: EventResult };

/** Change of one kind. */
export type ChangeOf<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;

/** Log of changes, with the changes of earlier runs. */
export interface ChangeLog {
  readonly earlier: readonly Change[];
  add(change: Change): void;
  /** Resolves once all changes so far are stored. Rejects if they cannot be stored, and always from then on. */
  written(): Promise<void>;
  /** Waits for pending writes and releases the file. */
  close(): Promise<void>;
}

/** Change log of a sandbox without a data file. */
export const unstoredChangeLog: ChangeLog = {
  earlier: [],
  add: () => {},
  written: async () => {},
  close: async () => {},
};

/** Most recent change of one kind in earlier runs. */
export function findLatest<K extends Change["kind"]>({ earlier }: ChangeLog, kind: K): ChangeOf<K> | undefined {
  return earlier.findLast((change): change is ChangeOf<K> => change.kind === kind);
}
