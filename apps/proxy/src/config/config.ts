import { type AuthConfig, readAuthConfig } from "../auth/auth-config.ts";
import { type BudgetConfig, readBudgetConfig } from "../budget/limits-config.ts";
import type { Env } from "../env.ts";
import { type Policy, readPolicy } from "../policy/policy.ts";
import { type RealtimeConfig, readRealtimeConfig } from "../realtime/realtime-config.ts";
import { type ResumeConfig, readResumeConfig } from "../resume/resume-config.ts";
import { ConfigError } from "./config-error.ts";
import { safeUrl } from "./safe-url.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** Where requests go unless XAI_BASE_URL says otherwise. */
export const xaiOrigin = "https://api.x.ai";

/** The settings, checked and typed. */
export interface Config {
  /** xAI's key. It goes into one header of upstream requests and nowhere else. */
  readonly apiKey: string;
  /** Scheme, host and port of the upstream, without a slash at the end. */
  readonly upstreamOrigin: string;
  readonly auth: AuthConfig;
  readonly policy: Policy;
  readonly budget: BudgetConfig;
  /** How long the upstream may take until its response headers. */
  readonly headersTimeoutMs: number;
  /** How long a begun answer may stay silent. */
  readonly idleTimeoutMs: number;
  /** How long an answer may take in all, from its headers on. */
  readonly totalTimeoutMs: number;
  /** How often a call that the upstream did not begin is sent again. */
  readonly maxRetries: number;
  /** Whether streams are read for their bill, or left to workerd and charged their worst case. */
  readonly metering: "exact" | "reserve";
  readonly realtime: RealtimeConfig;
  /** Absent while streams cannot be resumed. */
  readonly resume?: ResumeConfig;
}

/** Checks all settings; throws a `ConfigError` for the first that is wrong. An empty setting counts as left out, and `defaults` then stands in. */
export function readConfig(env: Env, defaults: Env = {}): Config {
  const settings = settingsOf(env, defaults);
  const budget = readBudgetConfig(settings);
  const isModel = (name: string): boolean => budget.models.find(name) !== undefined;
  const metering = settings.choice("METERING", ["exact", "reserve"]);
  const resume = readResumeConfig(settings, metering);
  const policy = readPolicy(settings, isModel);
  // Nobody would see the ids that a stream hands out: what it made would be lost to its own caller.
  if (policy.ownership && metering !== "exact")
    throw new ConfigError('OWNERSHIP needs METERING to be "exact".');
  return {
    apiKey: readApiKey(settings),
    upstreamOrigin: readUpstreamOrigin(settings),
    auth: readAuthConfig(settings, { isRoute: (id) => policy.routes.has(id), isModel }),
    policy,
    budget,
    headersTimeoutMs: settings.integer("HEADERS_TIMEOUT_MS", { fallback: 600_000, max: 3_600_000 }),
    idleTimeoutMs: settings.integer("IDLE_TIMEOUT_MS", { fallback: 300_000, max: 3_600_000 }),
    totalTimeoutMs: settings.integer("TOTAL_TIMEOUT_MS", { fallback: 3_600_000, max: 86_400_000 }),
    maxRetries: settings.integer("MAX_RETRIES", { fallback: 1, min: 0, max: 5 }),
    metering,
    ...(resume && { resume }),
    realtime: readRealtimeConfig(
      settings,
      (name) => budget.models.find(name)?.usdPerAudioMinute !== undefined,
    ),
  };
}

function readApiKey(settings: Settings): string {
  const key = settings.text("XAI_API_KEY");
  if (key === undefined)
    throw new ConfigError("XAI_API_KEY is missing: set it with `wrangler secret put XAI_API_KEY`.");
  // Anything else would be refused by the header later, in an error that quotes it.
  if (!/^[\w.~+/=-]+$/.test(key))
    throw new ConfigError("XAI_API_KEY must be one key of letters, digits and -._~+/= alone.");
  return key;
}

function readUpstreamOrigin(settings: Settings): string {
  const url = safeUrl(settings.text("XAI_BASE_URL") ?? xaiOrigin);
  if (url?.href !== `${url?.origin}/`) {
    throw new ConfigError(
      "XAI_BASE_URL must be an https origin alone such as https://api.x.ai, or http on a loopback host: no user, path (not even /v1), query or fragment.",
    );
  }
  return url.origin;
}
