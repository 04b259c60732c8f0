/** What Cloudflare hands the Worker: its settings, each of which may be missing. `config.ts` says what each one means. */
export interface Env {
  readonly XAI_API_KEY?: string;
  readonly XAI_BASE_URL?: string;
  readonly ALLOWED_ORIGINS?: string;
  readonly CLIENT_KEY_HASHES?: string;
  readonly DEV_MODE?: string;
  readonly MAX_BODY_BYTES?: string | number;
  readonly HEADERS_TIMEOUT_MS?: string | number;
}
