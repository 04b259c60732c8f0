import type { Caller } from "../src/auth/caller.ts";
import { settingsOf } from "../src/config/settings.ts";
import type { Env } from "../src/env.ts";
import { ProxyError } from "../src/http/proxy-error.ts";
import { checkRequest, checkRoute } from "../src/policy/check-request.ts";
import type { CheckedRequest } from "../src/policy/checked-request.ts";
import { readPolicy } from "../src/policy/policy.ts";
import type { ModelFacts } from "../src/policy/restrict.ts";
import { apiRoutes, matchesOf } from "../src/routes/route-table.ts";

/** The models that have a price. */
export const models: Readonly<Record<string, ModelFacts>> = {
  "grok-4": { contextTokens: 256_000, reasons: true },
  "grok-4.3": { contextTokens: 1_000_000, reasons: true, reasoningCanBeOff: true },
  "grok-4-fast-non-reasoning": { contextTokens: 2_000_000, reasons: false },
  "grok-imagine-image": { contextTokens: 0, reasons: false },
  "grok-imagine-video": { contextTokens: 0, reasons: false },
  tts: { contextTokens: 0, reasons: false },
  "grok-voice-transcribe-2.0": { contextTokens: 0, reasons: false },
  stt: { contextTokens: 0, reasons: false },
  v1: { contextTokens: 8_000, reasons: false },
};
/** For ROUTES: all that may be switched on. */
export const everyRoute = apiRoutes.map(({ id }) => id).join(",");
/** Settings that switch everything on. */
export const owning = { OWNERSHIP: "on", ROUTES: everyRoute };
const someone: Caller = { subject: "user-1", proof: "client_key" };

/** How to ask. */
export interface Asked {
  readonly env?: Env;
  readonly caller?: Partial<Caller>;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

/** What the policy makes of a request. */
export async function ask(
  path: string,
  body: unknown,
  { env = {}, caller, headers, method }: Asked = {},
): Promise<CheckedRequest> {
  const url = new URL(`https://proxy.example${path}`);
  const sent = typeof body === "string" || body instanceof FormData || body instanceof Uint8Array;
  const request = new Request(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    body: body === undefined ? null : sent ? (body as BodyInit) : JSON.stringify(body),
    ...(body instanceof FormData ? {} : { headers: { "content-type": "application/json", ...headers } }),
  });
  const match = matchesOf(url.pathname).find(({ route }) => route.method === request.method);
  if (match === undefined) throw new Error(`Expected a route for ${path}`);
  const policy = readPolicy(settingsOf(env), (name) => name in models);
  checkRoute(match.route, policy, { ...someone, ...caller });
  const findModel = (name: string) => models[name];
  return checkRequest(request, url, match, { policy, caller: { ...someone, ...caller }, findModel });
}

/** The body that would go upstream. */
export const sentBody = async (asked: Promise<CheckedRequest>): Promise<Record<string, unknown>> =>
  JSON.parse(String((await asked).body));

/** Status and code of the error that a request is refused with. */
export const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "let through",
    (error: unknown) => (error instanceof ProxyError ? [error.status, error.code] : error),
  );
