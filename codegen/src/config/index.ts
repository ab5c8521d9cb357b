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
  /** Module that generated code imports the run-time from. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string | undefined;
  /** Build of zod that it imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic" | undefined;
  /** Whether an enum accepts values that it does not list. @defaultValue "open" */
  readonly enums?: "open" | "closed" | undefined;
  /** Type of a `date-time` in the program. @defaultValue "text" */
  readonly dates?: "text" | "Date" | undefined;
  /** Whether to write `paths.ts`: types of openapi-typescript, for openapi-fetch for example. @defaultValue false */
  readonly paths?: boolean | undefined;
  /** Whether to overwrite generated files that were edited by hand. @defaultValue false */
  readonly force?: boolean | undefined;
}

/** Content of `apsdirect.config.*`. */
export interface Config {
  /** Clients to generate. */
  readonly clients: readonly ClientConfig[];
}

/** Returns a config, so that the editor checks it: `export default defineConfig({ clients: [...] })`. */
export function defineConfig(config: Config): Config {
  return config;
}

const shape = z.strictObject({
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
 * Loads the config file of the working folder, and of no other: it may be code, and code runs only because the user is in
 * its folder, never because a document is.
 *
 * @throws SpecError with positions for JSON, else ConfigError.
 */
export async function loadConfig(folder: string): Promise<Config> {
  const present = await Promise.all(names.map((name) => exists(join(folder, name))));
  const found = names.filter((_, index) => present[index]);
  const [name, ...others] = found;
  if (name === undefined) {
    throw new ConfigError(
      "No document and no config file. Pass a document and --out, or list your clients in apsdirect.config.json.",
    );
  }
  if (others.length > 0) throw new ConfigError(`There is more than one config file: ${found.join(", ")}. Keep one.`);
  return name.endsWith(".json") ? readJson(name) : runModule(join(folder, name), name);
}

async function readJson(path: string): Promise<Config> {
  const { root, locate } = await load(path);
  const config = shape.safeParse(root);
  if (config.success) return config.data;
  const findings = config.error.issues.map(({ path, message }): Finding => {
    const place: JsonPath = path.map((part) => (typeof part === "number" ? part : String(part)));
    return { position: locate(place), message: sentence(place, message) };
  });
  throw new SpecError(findings);
}

async function runModule(path: string, name: string): Promise<Config> {
  const config = shape.safeParse(await defaultExport(path, name));
  if (config.success) return config.data;
  const reasons = config.error.issues.map(({ path, message }) => sentence(path.map(String), message));
  throw new ConfigError(`${name} does not export a config by default:\n${reasons.join("\n")}`);
}

async function defaultExport(path: string, name: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_UNKNOWN_FILE_EXTENSION") {
      const hint = "Name it apsdirect.config.mjs and write JavaScript, or use Node 22.18 or newer.";
      throw new ConfigError(`This Node (${process.version}) cannot load ${name}. ${hint}`, { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${name} cannot be loaded: ${reason}`, { cause });
  }
}

function sentence(path: JsonPath, message: string): string {
  return path.length === 0 ? `${message}.` : `${path.join(".")}: ${message}.`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
