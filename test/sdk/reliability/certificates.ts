import { generate } from "selfsigned";

/** A key and a certificate for it, as PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for this machine, or one with a fault. */
export async function identity({ host = "127.0.0.1", isExpired = false } = {}): Promise<Identity> {
  const DAY = 24 * 3_600_000;
  const until = Date.now() + (isExpired ? -DAY : DAY);
  const made = await generate([{ name: "commonName", value: "apsdirect tests" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 7 * DAY),
    notAfterDate: new Date(until),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [host === "127.0.0.1" ? { type: 7, ip: host } : { type: 2, value: host }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}
