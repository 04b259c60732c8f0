/** A setting cannot be used. The message names the setting and never repeats its value, which may be a misplaced secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
