/** Report of `npm pack --json` about one archive. */
export interface Archive {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

export function pack(
  root: string,
  folders: readonly string[],
  destination: string,
  npm: (args: readonly string[], cwd: string) => string,
): readonly Archive[];

export function publishedManifest(manifest: object): object;
