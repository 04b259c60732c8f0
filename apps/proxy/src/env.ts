import type { SubjectLedger } from "./budget/admission.ts";
import type { DeploymentLedger } from "./budget/deployment-ledger.ts";
import type { StreamKeepers } from "./resume/stream-keeper.ts";

/** The settings, by duty. */
export type SettingName =
  // The upstream, and how calls are passed on.
  | "XAI_API_KEY"
  | "XAI_BASE_URL"
  | "HEADERS_TIMEOUT_MS"
  | "IDLE_TIMEOUT_MS"
  | "TOTAL_TIMEOUT_MS"
  | "MAX_RETRIES"
  | "METERING"
  | "RESUME"
  // Who may call.
  | "ALLOWED_ORIGINS"
  | "CLIENT_KEYS"
  | "DEV_MODE"
  | "SESSION_KEYS"
  | "SESSION_SECONDS"
  | "SESSION_GRANT"
  | "TURNSTILE_SECRET"
  | "TURNSTILE_HOSTNAMES"
  | "TURNSTILE_ACTION"
  | "ACCESS_TEAM_DOMAIN"
  | "ACCESS_AUDIENCE"
  | "JWT_ISSUER"
  | "JWT_AUDIENCE"
  | "JWT_JWKS_URL"
  | "SERVER_KEYS"
  | "ADMIN_KEY_HASHES"
  // What may be called and asked.
  | "ROUTES"
  | "MODELS"
  | "POLICY"
  | "OWNERSHIP"
  | "MAX_BODY_BYTES"
  | "REALTIME"
  // How much.
  | "LIMITS"
  | "DEPLOYMENT_BUDGET"
  | "PRICES";

/**
 * What Cloudflare hands the Worker: settings and bindings, each of which may be missing. README.md says what each one means.
 * The bindings are written as far as they are used, because the types of workerd do not mix with the DOM's.
 */
export interface Env extends Readonly<Partial<Record<SettingName, unknown>>> {
  /** One object a subject. */
  readonly SUBJECTS?: Objects<SubjectLedger>;
  /** One object for the whole deployment, which subjects ask now and then. */
  readonly DEPLOYMENT?: Objects<DeploymentLedger>;
  /** One object a stream that can be resumed. */
  readonly STREAMS?: StreamKeepers;
  readonly RATE_LIMIT?: { limit(of: { key: string }): Promise<{ success: boolean }> };
  readonly ANALYTICS?: {
    writeDataPoint(point: { blobs?: string[]; doubles?: number[]; indexes?: string[] }): void;
  };
}

/** A namespace of Durable Objects, each called by its name. */
export interface Objects<Methods> {
  getByName(name: string): Methods;
}
