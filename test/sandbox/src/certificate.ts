/** Certificate and its private key, in PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Creates a certificate for the loopback names of this machine, valid for one year. */
export async function createServerCertificate(): Promise<ServerCertificate> {
  const { generate } = await import("selfsigned"); // loaded on demand: it is slow to load, and a sandbox with a data file needs it only once
  const made = await generate([{ name: "commonName", value: "apsdirect sandbox" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      // Not a CA, so trusting it does not make any other certificate trusted.
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { certificate: made.cert, privateKey: made.private };
}
