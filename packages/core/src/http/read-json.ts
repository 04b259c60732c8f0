import { apiError, saysFailure } from "./api-error.ts";
import { broken } from "./broken.ts";
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
  const body = parseObject(text, exchange, "invalid_json", "the answer", Array.isArray);
  if (isBareFailure(body) || failed?.(body as T)) throw apiError(text, exchange);
  return body as T;
}

/** @throws XaiProtocolError unless the text is a JSON object, and not a wrong one. */
export function parseObject(
  text: string,
  exchange: Exchange,
  code: string,
  what: string,
  isWrong: (value: object) => boolean = () => false,
): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Reported below. The parser's own error is left out: it repeats what the server said.
  }
  if (typeof value === "object" && value && !isWrong(value)) return value;
  throw broken(code, `Expected a JSON object, ${what} is ${text ? "something else" : "empty"}`, exchange);
}

/** An object with an id exists, as does a job that says how it ended: its `error` is a fact about it. */
function isBareFailure(body: { type?: unknown; error?: unknown; status?: unknown }): boolean {
  return saysFailure(body) && !("id" in body) && body.status !== "failed" && body.status !== "expired";
}
