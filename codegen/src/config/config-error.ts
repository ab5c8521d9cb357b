import { CodegenError } from "../errors.js";

/**
 * Error thrown when a config file is missing or invalid. Errors in a JSON file that have a position are a `SpecError`.
 */
export class ConfigError extends CodegenError {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";
}
