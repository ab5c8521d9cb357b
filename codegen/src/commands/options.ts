import { present } from "../json/index.js";

/** Options that affect the generated client. */
export interface ClientOptions {
  /** Module that provides the runtime for generated code. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string;
  /** Build of zod that generated code imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic";
  /** Set to `closed` to reject unlisted values of enums, in the types and at run time. @defaultValue "open" */
  readonly enums?: "open" | "closed";
  /** TypeScript type for `date-time` values: the text as sent, or a `Date`. @defaultValue "text" */
  readonly dates?: "text" | "Date";
  /**
   * Also write `paths.ts`, the types of openapi-typescript, for openapi-fetch and similar clients.
   * @defaultValue false
   */
  readonly paths?: boolean;
}

/** Options for `generate`. */
export interface GenerateOptions extends ClientOptions {
  /** Path of the OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** Folder to write the client to. Files from earlier runs are replaced. */
  readonly out: string;
  /** Overwrite generated files that someone edited by hand. @defaultValue false */
  readonly force?: boolean;
}

/** Picks the client options from an object. */
export function pickClientOptions({ runtime, zod, enums, dates, paths }: ClientOptions): ClientOptions {
  return present({ runtime, zod, enums, dates, paths });
}
