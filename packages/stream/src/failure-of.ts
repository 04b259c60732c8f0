import { XaiApiError } from "@xai-edge/core";
import { fieldsOf } from "./wire-fields.ts";

/**
 * The error that an event stands for: an `error` event, `response.failed`, or a chunk that is an error body. Core's
 * streams throw these themselves; a source of another kind may hand them over as events.
 */
export function failureOf(event: unknown): XaiApiError | undefined {
  const outer = fieldsOf(event);
  const { type, error } = outer;
  if (type !== "error" && type !== "response.failed" && (type !== undefined || !error)) return undefined;
  const inner = fieldsOf(fieldsOf(outer["response"])["error"] ?? error);
  const code = inner["code"] ?? outer["code"];
  const words =
    inner["message"] ??
    (typeof error === "string" ? error : outer["message"]) ??
    "The server gave no details";
  const status =
    [outer["status"], inner["status"], code].map(Number).find((one) => one >= 400 && one < 600) ?? 200;
  return new XaiApiError(`${status}: ${String(words)}`, {
    code: code === undefined || code === null ? `http_${status}` : String(code),
    retryable: status === 408 || status === 409 || status === 429 || status >= 500,
    status,
    headers: new Headers(),
    body: event,
  });
}
