/** A request that the proxy itself refuses or fails. Its message goes to the client: it never holds a secret or the upstream's words. */
export class ProxyError extends Error {
  override readonly name = "ProxyError";
  readonly status: number;
  /** A slug that programs can rely on. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
