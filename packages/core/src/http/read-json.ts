import { XaiProtocolError } from "../errors.ts";
import { apiError, saysFailure } from "./api-error.ts";
import type { Exchange } from "./exchange.ts";
import { readText } from "./read-text.ts";

/**
 * The JSON object that an answer carries. A body that says it failed is an error, whatever the status said.
 *
 * @throws XaiApiError, XaiProtocolError (not a JSON object), and what {@link readText} throws.
 */
export async function readJson<T extends object>(
  exchange: Exchange,
  failed: (body: T) => boolean = () => false,
): Promise<T> {
  const text = await readText(exchange);
  const body = parse(text, exchange);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw notJson("JSON of another kind", exchange);
  }
  if (isBareFailure(body) || failed(body as T)) throw apiError(text, exchange);
  return body as T;
}

/** An object with an id exists, whatever became of it: its `error` is a fact about it. */
function isBareFailure(body: object): boolean {
  return saysFailure(body) && !("id" in body);
}

function parse(text: string, exchange: Exchange): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(text === "" ? "empty" : "something else", exchange, cause);
  }
}

function notJson(what: string, { request }: Exchange, cause?: unknown): XaiProtocolError {
  return new XaiProtocolError(`Expected a JSON object, the answer is ${what}`, {
    code: "invalid_json",
    request,
    cause,
  });
}
