import { ConfigError } from "../config/config-error.ts";
import type { Settings } from "../config/settings.ts";

/** How streams are kept for pages that lose their connection. */
export interface ResumeConfig {
  /** What one recording may take on disk; an answer that outgrows it is ended as a failure. */
  readonly maxBytes: number;
  /** How long a recording is kept after its end. */
  readonly ttlSeconds: number;
  /** How long an answer goes on while nobody reads it. */
  readonly abandonSeconds: number;
}

const bounds = {
  maxBytes: { fallback: 32 * 1024 * 1024, min: 65_536, max: 1_073_741_824 },
  ttlSeconds: { fallback: 600, min: 1, max: 86_400 },
  // Cloudflare evicts an object that nobody has asked for 70 s, with all that it was doing.
  abandonSeconds: { fallback: 60, min: 1, max: 60 },
} as const;

const isName = (name: string): name is keyof typeof bounds => Object.hasOwn(bounds, name);

/** Reads RESUME: `off`, which is the default, `on`, or a JSON object with some of the bounds. */
export function readResumeConfig(
  settings: Settings,
  metering: "exact" | "reserve",
): ResumeConfig | undefined {
  const given = settings.json("RESUME") ?? "off";
  if (given === "off") return undefined;
  if (given !== "on" && (typeof given !== "object" || given === null || Array.isArray(given))) {
    throw new ConfigError('RESUME must be "on", "off", or a JSON object.');
  }
  if (metering !== "exact") throw new ConfigError('RESUME needs METERING to be "exact".');
  const { maxBytes, ttlSeconds, abandonSeconds } = bounds;
  const config: Record<keyof typeof bounds, number> = {
    maxBytes: maxBytes.fallback,
    ttlSeconds: ttlSeconds.fallback,
    abandonSeconds: abandonSeconds.fallback,
  };
  for (const [name, value] of Object.entries(given === "on" ? {} : given)) {
    if (!isName(name)) {
      throw new ConfigError(`RESUME must hold no other fields than ${Object.keys(bounds).join(", ")}.`);
    }
    const { min, max } = bounds[name];
    if (!(Number.isInteger(value) && value >= min && value <= max)) {
      throw new ConfigError(`RESUME: ${name} must be a whole number from ${min} to ${max}.`);
    }
    config[name] = value;
  }
  return config;
}
