import type { TokenizeRequest, TokenizeResponse } from "../generated/tokenize.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";

export type { TokenizeRequest as TokenizeParams, TokenizeResponse };

/**
 * Cuts a text into the tokens of a model: `POST /v1/tokenize-text`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function tokenizeText(
  transport: Transport,
  params: TokenizeRequest,
  options?: RequestOptions,
): Promise<TokenizeResponse> {
  return transport({ method: "POST", path: "/tokenize-text", body: params }, options);
}
