import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFileError } from "../data/data-file-error.js";

/** Certificate file for clients. */
export interface CertificateFile {
  readonly path: string;
  /** Removes the file if it is temporary. */
  remove(): Promise<void>;
}

/** Writes the certificate to a world-readable file: next to the data file, where it stays, or in a temporary folder. */
export async function writeCertificateFile(certificate: string, data: string | undefined): Promise<CertificateFile> {
  if (data !== undefined)
    return { path: await writeCertificate(`${data}.certificate.pem`, certificate), remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-sandbox-"));
  await chmod(folder, 0o755);
  return {
    path: await writeCertificate(join(folder, "certificate.pem"), certificate),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function writeCertificate(path: string, certificate: string): Promise<string> {
  try {
    await writeFile(path, certificate);
    await chmod(path, 0o644); // regardless of the process's umask
    return path;
  } catch (error) {
    throw new DataFileError(`Cannot write the certificate to ${path}: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
