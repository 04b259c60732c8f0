import { XaiApiError, XaiTimeoutError } from "../errors.ts";
import type { Exchange } from "./exchange.ts";
import { readText } from "./read-text.ts";

const MAX_BODY_BYTES = 65_536;
const MAX_BODY_MS = 10_000;

/** The error that an answer with an error status stands for. Reads at most 64 KiB of its body, for 10 s. */
export async function errorOfResponse(exchange: Exchange): Promise<XaiApiError> {
  const { response, request, signal, stop } = exchange;
  let text = "";
  const timer = setTimeout(stop, MAX_BODY_MS, new XaiTimeoutError("idle", MAX_BODY_MS, request));
  try {
    text = await readText(exchange, MAX_BODY_BYTES);
  } catch (error) {
    // The status is the answer; a body that breaks off or goes silent only costs its words.
    if (signal.aborted && !(error instanceof XaiTimeoutError)) throw error;
  }
  clearTimeout(timer);
  const html = response.headers.get("content-type")?.includes("html") ?? false;
  return apiError(text, exchange, html ? "" : text);
}

/**
 * The error that this text from the server stands for, in any of the shapes that the API uses: `{code, error: "…"}`,
 * `{error: {message, type, param, code}}`, `{error: "…"}`, an `error` event, `response.failed`, or plain text.
 */
export function apiError(text: string, exchange: Exchange, words: string = text): XaiApiError {
  const { response, request, secret } = exchange;
  const safe = (said: string): string => (secret ? said.replaceAll(secret, "[redacted]") : said);
  let body: unknown = safe(text);
  try {
    // Once more in what was parsed: JSON may write the same text with escapes.
    body = JSON.parse(safe(text), (_key, value: unknown) =>
      typeof value === "string" ? safe(value) : value,
    );
  } catch {
    // Not JSON: the text itself is what the server said.
  }
  const outer = fieldsOf(body);
  const nested = fieldsOf(fieldsOf(outer["response"])["error"] ?? outer["error"]);
  const { message = outer["error"] ?? outer["message"] ?? outer["detail"], code = outer["code"] } = nested;
  const said = (value: unknown): string | undefined =>
    typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  // Inside a stream the status line said 200 long ago: what the event says is the status then.
  const own = [outer["status"], nested["status"], code]
    .map(Number)
    .find((status) => status >= 400 && status < 600);
  const status = response.ok ? (own ?? response.status) : response.status;
  const fallback = typeof body === "string" ? safe(words).trim().slice(0, 500) : "";
  return new XaiApiError(
    `${status}: ${said(message) || fallback || (!response.ok && response.statusText) || "no details given"}`,
    {
      code: said(code) ?? `http_${status}`,
      retryable: status === 408 || status === 409 || status === 429 || status >= 500,
      request,
      status,
      headers: response.headers,
      type: said(nested["type"]),
      param: said(nested["param"] ?? outer["param"]),
    },
    body,
  );
}

/** Whether the payload of an event, or a body under status 200, says that the call failed. */
export function saysFailure(said: { type?: unknown; error?: unknown }): boolean {
  const { type } = said;
  return type === undefined ? !!said.error : type === "error" || type === "response.failed";
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
