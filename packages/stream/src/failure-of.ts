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
  const code = said(inner["code"] ?? outer["code"]);
  const words = said(inner["message"] ?? outer["message"] ?? error) ?? "no details given";
  const statuses = [outer["status"], inner["status"], code].map(Number);
  const status = statuses.find((one) => one >= 400 && one < 600) ?? 200;
  return new XaiApiError(`${status}: ${words}`, {
    code: code ?? `http_${status}`,
    retryable: status === 408 || status === 409 || status === 429 || status >= 500,
    status,
    headers: new Headers(),
    type: said(inner["type"]),
    param: said(inner["param"] ?? outer["param"]),
    body: event,
  });
}

function said(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
