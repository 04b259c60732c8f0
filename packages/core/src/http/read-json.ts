import { XaiProtocolError } from "../errors.ts";
import { apiError, saysFailure } from "./api-error.ts";
import type { Exchange } from "./exchange.ts";
import { readText } from "./read-text.ts";

/**
 * The JSON object that an answer carries. A body that says it failed is an error, whatever the status said. `empty` is
 * the JSON that no body at all stands for, where there may be none.
 *
 * @throws XaiApiError, XaiProtocolError (not a JSON object), and what {@link readText} throws.
 */
export async function readJson<T extends object>(
  exchange: Exchange,
  empty: string = "",
  failed?: (body: T) => boolean,
): Promise<T> {
  const text = (await readText(exchange)) || empty;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Reported below. The parser's own error is left out: it repeats what the server said.
  }
  if (Object(body) !== body || Array.isArray(body)) {
    throw new XaiProtocolError(`Expected a JSON object, the answer is ${text ? "something else" : "empty"}`, {
      code: "invalid_json",
      request: exchange.request,
    });
  }
  if (isBareFailure(body as T) || failed?.(body as T)) throw apiError(text, exchange);
  return body as T;
}

/** An object with an id exists, as does a job that says how it ended: its `error` is a fact about it. */
function isBareFailure(body: { type?: unknown; error?: unknown; status?: unknown }): boolean {
  return saysFailure(body) && !("id" in body) && body.status !== "failed" && body.status !== "expired";
}
