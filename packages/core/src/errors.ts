const brand: symbol = /* @__PURE__ */ Symbol.for("xai-edge.error");

/** The request that failed. The URL carries no credentials and no query. */
export interface RequestFacts {
  method: string;
  url: string;
  /** `x-request-id` of the answer, when there was one. */
  id?: string | undefined;
}

interface ErrorFacts {
  code: string;
  retryable?: boolean;
  request?: RequestFacts | undefined;
  cause?: unknown;
}

/**
 * What every error of this package has in common; never thrown itself. Recognise it with {@link isXaiError}, which also
 * knows the errors of another copy of the package.
 */
export abstract class XaiError extends Error {
  /** What went wrong, by who saw it: narrows to the class. */
  abstract readonly kind: "api" | "connection" | "timeout" | "protocol" | "options";
  /** A short name of the cause: the server's own code where it sent one. */
  declare readonly code: string;
  /** Whether the same request may succeed when it is sent again later. */
  declare readonly retryable: boolean;
  declare readonly request: RequestFacts | undefined;

  constructor(message: string, { cause, ...facts }: ErrorFacts) {
    const { method, url, id } = facts.request ?? {};
    const where = method ? ` (${method} ${url}${id ? `, request ${id}` : ""})` : "";
    super(message + where, cause ? { cause } : undefined);
    Object.assign(this, { retryable: false }, facts);
    Object.defineProperty(this, brand, { value: true });
  }
}

interface ApiErrorFacts extends ErrorFacts {
  status: number;
  headers: Headers;
  type: string | undefined;
  param: string | undefined;
}

/** The server answered with an error: as a status, as an event in a stream, or as a body under status 200. */
export class XaiApiError extends XaiError {
  override readonly name = "XaiApiError";
  readonly kind = "api";
  /** HTTP status, or the status that an error event inside a stream names. */
  declare readonly status: number;
  declare readonly headers: Headers;
  readonly requestId: string | undefined;
  declare readonly type: string | undefined;
  declare readonly param: string | undefined;
  /** What the server sent, parsed when it was JSON. Not enumerable: it may repeat parts of the request. */
  declare readonly body: unknown;

  constructor(message: string, facts: ApiErrorFacts, body: unknown) {
    super(message, facts);
    this.requestId = facts.request?.id;
    Object.defineProperty(this, "body", { value: body });
  }
}

/** No answer, or the connection was lost before the answer was whole. */
export class XaiConnectionError extends XaiError {
  override readonly name = "XaiConnectionError";
  readonly kind = "connection";
}

/** One of the client's own deadlines passed. */
export class XaiTimeoutError extends XaiError {
  override readonly name = "XaiTimeoutError";
  readonly kind = "timeout";
  /**
   * `headers`: no answer began. `idle`: an answer went silent. `total`: it was not whole in time. `wait`: a job at the
   * server was not done in time, and goes on.
   */
  declare readonly phase: "headers" | "idle" | "total" | "wait";
  declare readonly timeoutMs: number;

  constructor(phase: XaiTimeoutError["phase"], timeoutMs: number, request?: RequestFacts) {
    const facts = { code: `${phase}_timeout`, retryable: true, request, phase, timeoutMs };
    super(`The ${phase} timeout of ${timeoutMs} ms passed`, facts);
  }
}

/** The answer is not what the protocol allows: a redirect, another content type, broken JSON, a truncated stream. */
export class XaiProtocolError extends XaiError {
  override readonly name = "XaiProtocolError";
  readonly kind = "protocol";
}

/** The caller's options or arguments cannot work; nothing was sent. */
export class XaiOptionsError extends XaiError {
  override readonly name = "XaiOptionsError";
  readonly kind = "options";

  constructor(message: string, code = "invalid_options") {
    super(message, { code });
  }
}

/** Any error that this package throws by itself; `kind` tells which. */
export type AnyXaiError =
  | XaiApiError
  | XaiConnectionError
  | XaiTimeoutError
  | XaiProtocolError
  | XaiOptionsError;

/** Whether a value is an error of this package, of this copy or another one. A caller's own abort reason is not. */
export function isXaiError(value: unknown): value is AnyXaiError {
  return brand in Object(value);
}
