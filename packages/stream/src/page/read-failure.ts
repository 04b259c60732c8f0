import { XaiApiError } from "@xai-edge/core";

/** What HTTP said about an answer in which an error stands. */
type Answered = Pick<Response, "headers" | "ok" | "status">;

/** What is said of an error, as far as it is said. */
interface Said {
  readonly message?: string;
  readonly code?: string | number;
  readonly type?: string;
  readonly param?: string | null;
}

/** Where it is said: there, in its `error`, or in that of its `response`; `error` may also be the message. */
interface Telling extends Said {
  readonly status?: number;
  readonly error?: Said | string;
  readonly response?: Telling;
}

/**
 * The error that an answer tells of, in its whole body or in an event of it: `{error: {message, code, type, param}}`,
 * `{code, error: "…"}`, an `error` event, `response.failed`, or a text.
 */
export function readFailure(body: unknown, { headers, ok, status: answered }: Answered): XaiApiError {
  const outer = tellingOf(body);
  const { error } = outer;
  const {
    message = typeof error === "string" ? error : outer.message,
    code = outer.code,
    type,
    param = outer.param,
  } = tellingOf(outer.response?.error ?? error);
  // Inside a stream the status line said 200 long ago.
  const status = ok ? Number(outer.status ?? code) || 502 : answered;
  return new XaiApiError(
    `${status}: ${message ?? ((typeof body === "string" && body) || "no details")}`,
    {
      code: `${code ?? `http_${status}`}`,
      retryable: /^(408|409|429|5..)$/.test(`${status}`),
      status,
      headers,
      type,
      param: param ?? undefined,
    },
    body,
  );
}

/** Whether an event, or an answer that is no stream, says that the call failed. */
export function saysFailure(said: unknown): boolean {
  const { type, error } = tellingOf(said);
  return type === undefined ? !!error : /^(response\.failed|error)$/.test(type);
}

/** Anything's fields, of which a value that is no object has none. */
function tellingOf(value: unknown): Telling {
  return Object(value) as Telling;
}
