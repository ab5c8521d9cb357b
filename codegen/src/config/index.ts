import { access } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { type Finding, SpecError } from "../findings.js";
import type { JsonPath } from "../json/index.js";
import { load } from "../load/index.js";
import { ConfigError } from "./config-error.js";

export { ConfigError } from "./config-error.js";

/** Client to generate. Paths are relative to the folder of the config file. */
export interface ClientConfig {
  /** Path of the OpenAPI document. */
  readonly document: string;
  /** Folder to write the client to. */
  readonly out: string;
  /** Module that provides the runtime for generated code. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string | undefined;
  /** Build of zod that generated code imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic" | undefined;
  /** Set to `closed` to reject unlisted values of enums. @defaultValue "open" */
  readonly enums?: "open" | "closed" | undefined;
  /** TypeScript type for `date-time` values. @defaultValue "text" */
  readonly dates?: "text" | "Date" | undefined;
  /**
   * Also write `paths.ts`, the types of openapi-typescript, for openapi-fetch and similar clients.
   * @defaultValue false
   */
  readonly paths?: boolean | undefined;
  /** Overwrite generated files that someone edited by hand. @defaultValue false */
  readonly force?: boolean | undefined;
}

/** Content of `apsdirect.config.*`. */
export interface Config {
  /** Clients to generate. */
  readonly clients: readonly ClientConfig[];
}

/** Returns the config unchanged, so that editors check it: `export default defineConfig({ clients: [...] })`. */
export function defineConfig(config: Config): Config {
  return config;
}

const configSchema = z.strictObject({
  clients: z
    .array(
      z.strictObject({
        document: z.string(),
        out: z.string(),
        runtime: z.optional(z.string()),
        zod: z.optional(z.enum(["mini", "classic"])),
        enums: z.optional(z.enum(["open", "closed"])),
        dates: z.optional(z.enum(["text", "Date"])),
        paths: z.optional(z.boolean()),
        force: z.optional(z.boolean()),
      }),
    )
    .min(1),
});

const names = ["json", "js", "mjs", "ts"].map((extension) => `apsdirect.config.${extension}`);

/**
 * Loads the config file from the working folder only. A config file may be code, and code must run only because the
 * user is in its folder, never because of a document's location.
 *
 * @throws SpecError with positions for JSON, otherwise ConfigError.
 */
export async function loadConfig(folder: string): Promise<Config> {
  const present = await Promise.all(names.map((name) => exists(join(folder, name))));
  const found = names.filter((_, index) => present[index]);
  const [name, ...others] = found;
  if (name === undefined) {
    throw new ConfigError(
      "No document and no config file found. Pass a document and --out, or list your clients in apsdirect.config.json.",
    );
  }
  if (others.length > 0) throw new ConfigError(`Found more than one config file: ${found.join(", ")}. Keep one.`);
  return name.endsWith(".json") ? readJson(name) : runModule(join(folder, name), name);
}

async function readJson(path: string): Promise<Config> {
  const { root, locate } = await load(path);
  const config = configSchema.safeParse(root);
  if (config.success) return config.data;
  const findings = config.error.issues.map(({ path, message }): Finding => {
    const place: JsonPath = path.map((part) => (typeof part === "number" ? part : String(part)));
    return { position: locate(place), message: formatIssue(place, message) };
  });
  throw new SpecError(findings);
}

async function runModule(path: string, name: string): Promise<Config> {
  const config = configSchema.safeParse(await importDefault(path, name));
  if (config.success) return config.data;
  const reasons = config.error.issues.map(({ path, message }) => formatIssue(path.map(String), message));
  throw new ConfigError(`The default export of ${name} is not a valid config:\n${reasons.join("\n")}`);
}

async function importDefault(path: string, name: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_UNKNOWN_FILE_EXTENSION") {
      const hint = "Rename it to apsdirect.config.mjs and write JavaScript, or use Node 22.18 or newer.";
      throw new ConfigError(`This Node (${process.version}) cannot load ${name}. ${hint}`, { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot load ${name}: ${reason}`, { cause });
  }
}

function formatIssue(path: JsonPath, message: string): string {
  return path.length === 0 ? `${message}.` : `${path.join(".")}: ${message}.`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
