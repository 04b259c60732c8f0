/** A request that the simulator got, kept up to date until its answer has ended. */
export interface MockRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Header names are lower case. Of a key or a cookie only the presence is told. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body, parsed when it is JSON; `undefined` when there is none. Of a form the parts in their order: `{name, text}`,
   * or `{name, filename, type, bytes}` with the size of a file.
   */
  readonly body: unknown;
  /** Id of the operation in the ledger of `@xai-edge/schema`, such as `chat.completions.create`. */
  readonly operation: string | undefined;
  /** Status of the answer, once there is one. */
  readonly status: number | undefined;
  /** Whether the client left before the answer had ended. */
  readonly aborted: boolean;
  /** Whether the whole answer was handed over. */
  readonly finished: boolean;
}

/** The log's own view of a request, which it changes as the request goes on. */
export type RequestRecord = { -readonly [Field in keyof MockRequest]: MockRequest[Field] };

const secret = new Set(["authorization", "cookie", "proxy-authorization", "x-api-key"]);

/** Begins a record from what is known before the body has been read. */
export function createRequestRecord(request: Request): RequestRecord {
  const { pathname, search } = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) headers[name] = secret.has(name) ? "(hidden)" : value;
  return {
    method: request.method,
    path: pathname + search,
    headers,
    body: undefined,
    operation: undefined,
    status: undefined,
    aborted: false,
    finished: false,
  };
}
