import { CodegenError } from "../errors.js";

/** What keeps a config file from being used, where it has no line to point at. */
export class ConfigError extends CodegenError {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";
}
