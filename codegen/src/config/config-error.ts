/** What keeps a config file from being used, where it has no line to point at. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";
}
