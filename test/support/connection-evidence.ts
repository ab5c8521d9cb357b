import { expect } from "vitest";
import type { FailingServers, ServerFault } from "./failing-servers.js";

/** Ways to send that give errors of their own. */
export type Sender = "fetch of Node" | "nodeFetch" | "fetch of Bun" | "fetch of Deno";

/**
 * What each way to send can prove: `unsent` where its error proves that the order never left, `unknown` where it may have
 * been executed, or `-` where there is no such fault. It is the table of `docs/errors.md`.
 */
export const proofs: { readonly [F in ServerFault]: readonly [Proof, Proof, Proof, Proof] } = {
  refused: ["unsent", "unsent", "unsent", "unsent"],
  "unknown host": ["unsent", "unsent", "unsent", "unsent"],
  "blocked port": ["unsent", "unsent", "unsent", "unsent"],
  "self-signed": ["unsent", "unsent", "unsent", "unsent"],
  "TLS version": ["unsent", "unsent", "unknown", "unsent"],
  "TLS cipher": ["unsent", "unsent", "unknown", "unsent"],
  "client certificate, TLS 1.2": ["unsent", "unsent", "unknown", "unsent"],
  "client certificate, TLS 1.3": ["unknown", "unknown", "unknown", "unknown"],
  "alert in the handshake": ["unknown", "unsent", "unknown", "unsent"],
  "reset in the handshake": ["unknown", "unsent", "unknown", "unsent"],
  "end in the handshake": ["unknown", "unsent", "unknown", "unsent"],
  "no TLS": ["unknown", "unsent", "unknown", "unsent"],
  "damaged after execution": ["unknown", "unknown", "unknown", "unknown"],
  "alert after execution": ["unknown", "unknown", "unknown", "unknown"],
};

type Proof = "unsent" | "unknown";

const senders: readonly Sender[] = ["fetch of Node", "nodeFetch", "fetch of Bun", "fetch of Deno"];

/** Errors of the orders that were placed at each failing server. */
export type OrdersPlaced = { readonly [F in ServerFault]: { readonly code: string; readonly message: string } };

/** Compares what became of an order at each server with the table, and with what the servers saw. */
export function expectEvidence(found: OrdersPlaced, sender: Sender, { seen }: FailingServers): void {
  const index = senders.indexOf(sender);
  const codes = { unsent: "CONNECTION_FAILED", unknown: "OUTCOME_UNKNOWN" } as const;
  const wanted = Object.entries(proofs).map(([fault, row]) => [fault, codes[row[index] ?? "unknown"]]);
  expect(Object.fromEntries(Object.entries(found).map(([fault, { code }]) => [fault, code]))).toEqual(
    Object.fromEntries(wanted),
  );
  for (const [fault, { code }] of Object.entries(found)) {
    if (code === "CONNECTION_FAILED") expect(seen.get(fault as ServerFault) ?? 0, fault).toBe(0);
  }
}
