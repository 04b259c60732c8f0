import type { ClientSecret, CreateClientSecretRequest } from "../generated/voice.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { checkLifetime } from "./check-lifetime.ts";

export type { ClientSecret, CreateClientSecretRequest as ClientSecretCreateParams };

/**
 * Makes a short-lived secret with which a browser opens a realtime session, so that the key stays on the server:
 * `POST /v1/realtime/client_secrets`.
 *
 * @throws XaiOptionsError for a lifetime outside 1 to 3,600 seconds, XaiApiError, XaiConnectionError, XaiTimeoutError,
 * XaiProtocolError, or the signal's own reason.
 */
export async function createClientSecret(
  transport: Transport,
  body: CreateClientSecretRequest = {},
  options?: RequestOptions,
): Promise<ClientSecret> {
  checkLifetime(body.expires_after?.seconds, 1, 3600);
  return transport({ method: "POST", path: "/realtime/client_secrets", body }, options);
}
