import { unknownRoute } from "../http/request-target.ts";
import type { AuthConfig } from "./auth-config.ts";
import { bearerToken } from "./bearer-token.ts";
import { matchingKey } from "./hashed-keys.ts";
import { unauthenticated } from "./unauthenticated.ts";

/** The name of the admin key that a request came with, for the log; throws 401 for a missing or wrong one, 404 when there is none. */
export async function authenticateAdmin(
  request: Request,
  { adminKeys }: Pick<AuthConfig, "adminKeys">,
): Promise<string> {
  if (adminKeys.length === 0) throw unknownRoute();
  const token = bearerToken(request);
  const key = token === undefined ? undefined : await matchingKey(token, adminKeys);
  if (key === undefined) {
    throw unauthenticated(
      "invalid_admin_key",
      "Expected `authorization: Bearer <admin key>` with one that this proxy knows.",
    );
  }
  return `admin:${key.name}`;
}
