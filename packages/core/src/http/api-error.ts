import { XaiApiError } from "../errors.ts";
import type { Exchange } from "./exchange.ts";
import { readText } from "./read-text.ts";

const MAX_BODY_BYTES = 65_536;
const MAX_BODY_MS = 10_000;

/** The error that an answer with an error status stands for. Reads at most 64 KiB of its body, for 10 s. */
export async function errorOfResponse(exchange: Exchange): Promise<XaiApiError> {
  exchange.answered(MAX_BODY_MS);
  // The status is the answer; a body that breaks off or goes silent only costs its words.
  return apiError(await readText(exchange, MAX_BODY_BYTES).catch(() => ""), exchange);
}

/**
 * The error that this text from the server stands for, in any of the shapes that the API uses: `{code, error: "…"}`,
 * `{error: {message, type, param, code}}`, `{error: "…"}`, an `error` event, `response.failed`, or plain text.
 */
export function apiError(text: string, { response, request, secret }: Exchange): XaiApiError {
  const safe = (said: unknown): unknown =>
    typeof said === "string" && secret ? said.replaceAll(secret, "[redacted]") : said;
  let body = safe(text);
  try {
    // Once more in what was parsed: JSON may write the same text with escapes.
    body = JSON.parse(String(body), (_key, value: unknown) => safe(value));
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
  const status = (response.ok && own) || response.status;
  const page = response.headers.get("content-type")?.includes("html");
  const words = typeof body === "string" && !page && body.trim().slice(0, 500);
  return new XaiApiError(
    `${status}: ${said(message) || words || (!response.ok && response.statusText) || "no details given"}`,
    {
      code: said(code) ?? `http_${status}`,
      retryable: [408, 409, 429].includes(status) || status >= 500,
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
export function saysFailure(said: { type?: unknown; error?: unknown }, type: unknown = said.type): boolean {
  return type === undefined ? !!said.error : type === "error" || type === "response.failed";
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return Object(value) as Record<string, unknown>;
}
