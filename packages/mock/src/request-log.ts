import type { RequestBody } from "./http/request-body.ts";

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
  /** Id of the operation in the ledger of `@xai-edge/schema`, such as `chat.completions.create`; or `realtime.connect`. */
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

const secret = new Set([
  "authorization",
  "cookie",
  "proxy-authorization",
  "sec-websocket-protocol",
  "x-api-key",
]);

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

/** The newest requests. */
export interface RequestLog {
  /** The oldest first. */
  readonly requests: readonly RequestRecord[];
  add(record: RequestRecord): void;
  setBody(record: RequestRecord, body: RequestBody): void;
}

/** Keeps so many requests, and fewer when their bodies come to more than so many characters. */
export function createRequestLog(limit = 1000, maxCharacters = 64_000_000): RequestLog {
  const requests: RequestRecord[] = [];
  const sizes = new Map<RequestRecord, number>();
  let characters = 0;
  const trim = (): void => {
    while (requests.length > limit || (characters > maxCharacters && requests.length > 1)) {
      const oldest = requests.shift();
      if (oldest === undefined) return;
      characters -= sizes.get(oldest) ?? 0;
      sizes.delete(oldest);
    }
  };
  return {
    requests,
    add: (record) => {
      requests.push(record);
      sizes.set(record, 0);
      trim();
    },
    setBody: (record, body) => {
      record.body = toRecordedBody(body);
      // One that has been dropped meanwhile does not count any more.
      if (!sizes.has(record)) return;
      const size = body.kind === "text" ? body.text.length : 0;
      sizes.set(record, size);
      characters += size;
      trim();
    },
  };
}

/** A body for the log: JSON where it is, else the text; of a form its parts in order, without the bytes of files. */
export function toRecordedBody(body: RequestBody): unknown {
  if (body.kind === "form") {
    return body.parts.map((part) =>
      "text" in part
        ? part
        : { name: part.name, filename: part.file.name, type: part.file.type, bytes: part.file.size },
    );
  }
  if (body.text === "") return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return body.text;
  }
}
