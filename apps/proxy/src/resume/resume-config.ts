import { readNumbers } from "../budget/read-numbers.ts";
import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";

/** How streams are kept for pages that lose their connection. */
export interface ResumeConfig {
  /** What one recording may take on disk; an answer that outgrows it is ended as a failure. */
  readonly maxBytes: number;
  /** How long a recording is kept after its end. */
  readonly ttlSeconds: number;
  /** How long an answer goes on while nobody reads it. Who takes nothing of it for as long counts as gone. */
  readonly abandonSeconds: number;
}

const setting = "RESUME";
const usual: ResumeConfig = { maxBytes: 33_554_432, ttlSeconds: 600, abandonSeconds: 60 };
const bounds = {
  maxBytes: { min: 65_536, max: 1_073_741_824, isWhole: true },
  ttlSeconds: { min: 1, max: 86_400, isWhole: true },
  // Cloudflare evicts an object that nobody has asked for 70 s, with all that it was doing.
  abandonSeconds: { min: 1, max: 60, isWhole: true },
};

/** Reads RESUME: `off`, which is the default, `on`, or a JSON object with some of the bounds. */
export function readResumeConfig(
  settings: Settings,
  metering: "exact" | "reserve",
): ResumeConfig | undefined {
  const given = settings.json(setting) ?? "off";
  if (given === "off") return undefined;
  if (metering !== "exact") throw new ConfigError(`${setting} needs METERING to be "exact".`);
  if (given !== "on" && typeof given !== "object")
    throw new ConfigError(`${setting} must be "on", "off" or a JSON object.`);
  return { ...usual, ...(given === "on" ? {} : readNumbers(setting, given, bounds)) };
}
