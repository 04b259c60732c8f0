import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";

/** Reads ALLOWED_ORIGINS, spelled as browsers send them. */
export function readAllowedOrigins(settings: Settings): ReadonlySet<string> {
  const origins = settings.list("ALLOWED_ORIGINS");
  for (const origin of origins) {
    if (origin.includes("*"))
      throw new ConfigError("ALLOWED_ORIGINS must list exact origins: a * is refused.");
    const url = URL.parse(origin);
    if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== origin) {
      throw new ConfigError(
        "ALLOWED_ORIGINS must be comma-separated origins such as https://app.example.com: lower case, no path, no slash at the end.",
      );
    }
  }
  return new Set(origins);
}
