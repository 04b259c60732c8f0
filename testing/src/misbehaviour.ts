/** One piece of a response body. A piece with neither `text` nor `base64` only waits. */
export interface Chunk {
  readonly text?: string;
  readonly base64?: string;
  /** Milliseconds to wait before the piece is sent. */
  readonly delayMs?: number;
  /** Wait before the piece is sent until the test calls `release()`. Each call lets one such piece go. */
  readonly awaitRelease?: boolean;
}

/** What the server does with one request. Without any field: `200` with an empty body. */
export interface Step {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as the body with `content-type: application/json`, unless `headers` names another type. */
  readonly json?: unknown;
  readonly body?: string;
  readonly bodyBase64?: string;
  /** Sent after `json`, `body` or `bodyBase64`, each piece flushed alone. */
  readonly chunks?: readonly Chunk[];
  /** After the last byte: end properly (default), destroy the connection, or leave it open and silent. */
  readonly then?: "end" | "cut" | "stall";
  /** Milliseconds to wait before the status line and the headers are sent. */
  readonly delayHeadersMs?: number;
  /** Take the request and never answer. */
  readonly noResponse?: boolean;
  /** Take the request and reset the connection instead of answering. */
  readonly resetBeforeResponse?: boolean;
}

/** What is posted to `/scripts`. */
export interface Script {
  /** One step per request, in order. The last one answers all later requests too, unless `once` is set. */
  readonly steps: readonly Step[];
  /** Answer requests beyond the last step with `410`. */
  readonly once?: boolean;
}

/** What the server saw of one request. Times are milliseconds since the epoch on the server's clock. */
export interface RequestRecord {
  readonly method: string;
  /** The path and query below the script's base URL, beginning with `/` when there is any. */
  readonly path: string;
  /** Header names are lower case; a repeated header is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as UTF-8 text, as far as it has arrived. */
  readonly body: string;
  readonly startedAt: number;
  /** When the client went away before the response had ended. */
  readonly closedByClientAt?: number;
  /** Whether the response was ended properly and all of it was handed over. */
  readonly finished: boolean;
}
