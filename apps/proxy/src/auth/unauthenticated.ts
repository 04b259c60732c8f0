import { ProxyError } from "../http/proxy-error.ts";

/** The answer to who has to come with another token. */
export function unauthenticated(code: string, message: string): ProxyError {
  return new ProxyError(401, code, message, { "www-authenticate": "Bearer" });
}
