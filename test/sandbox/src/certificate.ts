/** A key and the certificate for it, both as PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Makes a certificate for this machine's loopback names, valid for a year from now. */
export async function makeServerCertificate(): Promise<ServerCertificate> {
  const { generate } = await import("selfsigned"); // takes a while to load, and a sandbox with a data file needs it once
  const made = await generate([{ name: "commonName", value: "apsdirect sandbox" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      // Not an authority: whoever trusts it trusts this one server, and nobody else's certificate.
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
