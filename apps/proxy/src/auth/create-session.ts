import type { Limits } from "../budget/limits.ts";
import { ticksPerUsd } from "../budget/ticks.ts";
import { ConfigError } from "../config/config-error.ts";
import { readAllowedOrigin } from "../http/cors.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { unknownRoute } from "../http/request-target.ts";
import { refuseQuery } from "../policy/check-query.ts";
import { parseJson } from "../policy/parse-json.ts";
import type { Policy } from "../policy/policy.ts";
import { readBody } from "../policy/read-body.ts";
import type { AuthConfig } from "./auth-config.ts";
import type { ProofFetch } from "./fetch-json.ts";
import { type Grant, narrowGrant, readGrant } from "./grant.ts";
import { verifyJwtProof } from "./jwt-proof.ts";
import { isOwnMachine } from "./own-machine.ts";
import { invalidProof, type Proof } from "./proof.ts";
import { isServerSigned, type NoteOnce, verifyServerProof } from "./server-proof.ts";
import type { SessionConfig } from "./session-config.ts";
import { signSession } from "./session-token.ts";
import { subjectOf } from "./subject-name.ts";
import { verifyTurnstileProof } from "./turnstile-proof.ts";
import { expectFields } from "./written-fields.ts";

export interface CreateSessionOptions {
  /** Asks Cloudflare and issuers of JWTs about proofs. */
  readonly fetch: ProofFetch;
  /** Where nonces of signed requests are noted. */
  readonly noteOnce: NoteOnce;
  readonly policy: Pick<Policy, "routes" | "models">;
  /** Of a subject whose proof brings no limits of its own. */
  readonly limits: Limits;
}

/** What a session is given for, and what it is good for. */
interface Granted extends Proof {
  readonly grant: Grant;
  readonly origin?: string;
}

type Body = Readonly<Record<string, unknown>>;

const maxBodyBytes = 64 * 1024;
/** The longest proof is a JWT; one of Turnstile's has 2048 characters at most. */
const proofForm = /^[\w.-]{1,8192}$/;

/** Answers `POST /session`: a session token for a proof. Throws 401 for a proof that is not good, 403 for a page or a wish that has no right to it, 404 while there are no sessions. */
export async function createSession(
  request: Request,
  url: URL,
  config: AuthConfig,
  options: CreateSessionOptions,
): Promise<Response> {
  const { sessions } = config;
  if (sessions === undefined) throw unknownRoute();
  refuseQuery(url);
  const pageOrigin = readAllowedOrigin(request, config);
  const {
    subject,
    grant,
    origin = pageOrigin,
    expiresAt: latest = Infinity,
  } = await grantedTo(request, url, {
    ...options,
    config,
    sessions,
  });

  const issuedAt = Math.floor(Date.now() / 1000);
  const expiresAt = Math.min(issuedAt + sessions.seconds, Math.floor(latest));
  const terms = { ...grant, subject, issuedAt, expiresAt, ...(origin !== undefined && { origin }) };
  const token = await signSession(terms, sessions.keys, url.origin);
  const { routes, models } = options.policy;
  const { budget } = grant;
  const isAnyModel = (grant.models ?? models) === undefined;
  return Response.json({
    token,
    expires_at: expiresAt,
    subject,
    routes: [...routes].filter((id) => grant.routes?.has(id) ?? true),
    // Null: whichever has a price.
    models: isAnyModel ? null : [...(grant.models ?? models ?? [])],
    ...(budget !== undefined && { budget_usd: budget / ticksPerUsd }),
  });
}

interface Context extends CreateSessionOptions {
  readonly config: AuthConfig;
  readonly sessions: SessionConfig;
}

async function grantedTo(request: Request, url: URL, context: Context): Promise<Granted> {
  const { sessions } = context;
  const bytes = request.body ? await readBody(request, "application/json", maxBodyBytes) : undefined;
  const body = bytes ? parseJson(bytes) : {};
  if (isServerSigned(request)) {
    const proof = await verifyServerProof(request, url, bytes ?? new Uint8Array(), sessions.serverKeys);
    const granted = await orBadRequest(() => readWish(body, context));
    await proof.useUp(granted.subject, context.noteOnce);
    return granted;
  }
  const proof = await orBadRequest(() => expectFields("The body", body, ["proof"]));
  return { ...(await checkProof(request, url, proof["proof"], context)), grant: sessions.grant };
}

async function checkProof(request: Request, url: URL, given: unknown, context: Context): Promise<Proof> {
  const { config, fetch, sessions } = context;
  const assertion = request.headers.get("cf-access-jwt-assertion");
  if (given === undefined) {
    if (assertion !== null && sessions.access && proofForm.test(assertion)) {
      return verifyJwtProof(assertion, sessions.access, fetch);
    }
    if (config.devMode && isOwnMachine(request, url)) return { subject: "loopback" };
    throw invalidProof();
  }
  const fields = await orBadRequest(() => expectFields("`proof`", given, ["turnstile", "jwt"]));
  const [[kind, token] = [], other] = Object.entries(fields);
  if (other !== undefined || typeof token !== "string" || !proofForm.test(token)) throw invalidProof();
  if (kind === "turnstile" && sessions.turnstile) {
    return verifyTurnstileProof(token, sessions.turnstile, request, fetch);
  }
  if (kind === "jwt" && sessions.jwt) return verifyJwtProof(token, sessions.jwt, fetch);
  throw invalidProof();
}

/** What a server asks for: a session of one of its users, with no more than every session has. */
async function readWish(body: Body, { config, sessions, limits }: Context): Promise<Granted> {
  const names = ["subject", "origin", "routes", "models", "limits", "budget_usd"];
  const { subject, origin, budget_usd: budgetUsd, ...rest } = expectFields("The body", body, names);
  if (typeof subject !== "string" || subject === "" || subject.length > 1024) {
    throw new ConfigError("`subject` must be a text of 1 to 1024 characters: whose session it is.");
  }
  if (origin !== undefined && (typeof origin !== "string" || !config.allowedOrigins.has(origin))) {
    throw new ConfigError("`origin` must be one that ALLOWED_ORIGINS lists.");
  }
  const wish = readGrant("The body", { ...rest, budgetUsd }, config.known);
  return {
    subject: await subjectOf("server", subject),
    grant: narrowGrant(sessions.grant, wish, limits),
    ...(origin !== undefined && { origin }),
  };
}

/** The readers of settings read requests as well; what they refuse is then the client's mistake. */
async function orBadRequest<Read>(read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ProxyError(400, "invalid_session_request", error.message);
  }
}
