import { ConfigError } from "../config/config-error.ts";
import { ProxyError } from "./proxy-error.ts";

/** Turns whatever was thrown into an error the client may see. Only the proxy's own words pass: any other error may quote secrets. */
export function toProxyError(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error;
  if (error instanceof ConfigError)
    return new ProxyError(503, "bad_configuration", `The proxy is not configured: ${error.message}`);
  return new ProxyError(500, "internal_error", "The proxy failed while handling the request.");
}

/** The error as a JSON response, in the shape that clients of the OpenAI and xAI APIs parse. */
export function toErrorResponse({ status, code, message, headers }: ProxyError): Response {
  const body = { error: { message, type: typeOfStatus(status), param: null, code } };
  return Response.json(body, { status, headers });
}

function typeOfStatus(status: number): string {
  if (status === 401) return "authentication_error";
  if (status === 403) return "permission_error";
  if (status === 402) return "insufficient_quota";
  if (status === 429) return "rate_limit_error";
  if (status < 500) return "invalid_request_error";
  if (status === 502 || status === 504) return "upstream_error";
  return "proxy_error";
}
