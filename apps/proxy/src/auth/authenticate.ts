import { ProxyError } from "../http/proxy-error.ts";
import { type AuthConfig, hasCallers } from "./auth-config.ts";
import { bearerToken } from "./bearer-token.ts";
import type { Caller } from "./caller.ts";
import { matchingKey } from "./hashed-keys.ts";
import { isOwnMachine } from "./own-machine.ts";
import { invalidKey, isSessionToken, verifySession } from "./session-token.ts";

/**
 * Says who is calling; throws 401 for a client key or session token that is missing or not good, 403 for a session token of pages
 * of another origin, 503 when nobody could ever call. `token` stands in for the one of the authorization header.
 */
export async function authenticate(
  request: Request,
  url: URL,
  config: AuthConfig,
  token: string | undefined = bearerToken(request),
): Promise<Caller> {
  const { clientKeys, sessions, devMode } = config;
  if (token !== undefined && sessions && isSessionToken(token)) {
    return verifySession(token, request, url, sessions.keys);
  }
  const key = token === undefined ? undefined : await matchingKey(token, clientKeys);
  if (key !== undefined) {
    const { subject, routes, models, limits } = key;
    return {
      subject,
      proof: "client_key",
      ...(routes && { routes }),
      ...(models && { models }),
      ...(limits && { limits }),
    };
  }
  if (devMode && isOwnMachine(request, url)) return { subject: "loopback", proof: "development" };
  // Development mode lets nobody in from elsewhere.
  if (!hasCallers({ ...config, devMode: false })) {
    throw new ProxyError(
      503,
      "no_client_auth",
      "The proxy is not configured: neither CLIENT_KEYS nor SESSION_KEYS lists a key.",
    );
  }
  throw invalidKey();
}
