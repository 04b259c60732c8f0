import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";

/** Reads ALLOWED_ORIGINS, spelled as browsers send them. */
export function readAllowedOrigins(settings: Settings): ReadonlySet<string> {
  const origins = settings.list("ALLOWED_ORIGINS");
  for (const origin of origins) {
    const url = URL.parse(origin);
    // A star is a letter of a host like any other, and would be a lie.
    const isExact =
      url !== null && /^https?:$/.test(url.protocol) && url.origin === origin && !origin.includes("*");
    if (!isExact) {
      throw new ConfigError(
        "ALLOWED_ORIGINS must be comma-separated exact origins such as https://app.example.com: no *, lower case, no path, no slash at the end.",
      );
    }
  }
  return new Set(origins);
}
