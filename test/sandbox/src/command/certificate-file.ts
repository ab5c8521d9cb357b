import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFileError } from "../data/data-file-error.js";

/** A certificate on the disk, for whoever is to trust it. */
export interface CertificateFile {
  readonly path: string;
  /** Removes what nobody needs after the sandbox. */
  remove(): Promise<void>;
}

/** Writes the certificate where everybody may read it: beside the data file, with which it stays, or in a folder of its own. */
export async function writeCertificateFile(certificate: string, data: string | undefined): Promise<CertificateFile> {
  if (data !== undefined)
    return { path: await written(`${data}.certificate.pem`, certificate), remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-sandbox-"));
  await chmod(folder, 0o755);
  return {
    path: await written(join(folder, "certificate.pem"), certificate),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function written(path: string, certificate: string): Promise<string> {
  try {
    await writeFile(path, certificate);
    await chmod(path, 0o644); // whatever the process's mask says
    return path;
  } catch (error) {
    throw new DataFileError(`The certificate cannot be written to ${path}: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
