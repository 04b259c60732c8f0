import type { ApiKey, GetMeResponse } from "../generated/account.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";

export type { ApiKey, GetMeResponse as Me };

/**
 * The key in use: its name, its state and what it may do: `GET /v1/api-key`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function retrieveApiKey(transport: Transport, options?: RequestOptions): Promise<ApiKey> {
  return transport({ method: "GET", path: "/api-key" }, options);
}

/**
 * Who is calling, by key or by OAuth token, and for which team: `GET /v1/me`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function retrieveMe(transport: Transport, options?: RequestOptions): Promise<GetMeResponse> {
  return transport({ method: "GET", path: "/me" }, options);
}
