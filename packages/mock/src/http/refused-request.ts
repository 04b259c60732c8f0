/** An answer of the API that says no; thrown where the reason is found, sent where requests are answered. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`The simulator answers ${status}`);
    this.name = "RefusedRequest";
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** xAI's 400 for a request that it understands and does not accept. A wrong API key is one, too. */
export function invalidArgument(error: string): RefusedRequest {
  return new RefusedRequest(400, { code: "Client specified an invalid argument", error });
}

/** xAI's 422 for a body that lacks a field. */
export function unprocessable(error: string): RefusedRequest {
  return new RefusedRequest(422, { code: "Client specified an invalid argument", error });
}

/** xAI's 404 for a model, a response or a file that is not there. */
export function entityNotFound(error: string): RefusedRequest {
  return new RefusedRequest(404, { code: "Some requested entity was not found", error });
}

/** The shape in which xAI answers for routes, which differs from that of requests to known routes. */
export function routeError(
  status: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): RefusedRequest {
  return new RefusedRequest(status, { error: { code: status, message } }, headers);
}
