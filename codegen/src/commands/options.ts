import { present } from "../json/index.js";

/** Options that decide what the generated client looks like. */
export interface ClientOptions {
  /** Module that generated code imports the run-time from. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string;
  /** Build of zod that it imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic";
  /** Whether an enum accepts values that it does not list, in the types and at run time. @defaultValue "open" */
  readonly enums?: "open" | "closed";
  /** Type of a `date-time` in the program: the text as it is sent, or a `Date`. @defaultValue "text" */
  readonly dates?: "text" | "Date";
  /** Whether to write `paths.ts`: types of openapi-typescript, for openapi-fetch for example. @defaultValue false */
  readonly paths?: boolean;
}

/** Options for `generate`. */
export interface GenerateOptions extends ClientOptions {
  /** Path of the OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** Folder to write the client to. Replaces all files in it that an earlier run wrote. */
  readonly out: string;
  /** Whether to overwrite generated files that were edited by hand. @defaultValue false */
  readonly force?: boolean;
}

/** The client options among others. */
export function pickClientOptions({ runtime, zod, enums, dates, paths }: ClientOptions): ClientOptions {
  return present({ runtime, zod, enums, dates, paths });
}
