/** One operation of the API. */
export interface Operation {
  /** Where the client has it, for example `chat.completions.create`. */
  id: string;
  method: "GET" | "POST" | "DELETE" | "PATCH";
  /** Path below the host, with `{name}` for each parameter. */
  path: string;
  /** Schema of the query parameters. */
  query?: string;
  /** Schema of the body that is sent, by how it is encoded. */
  request?: { json: string } | { multipart: string };
  /** Schema of the body that comes back, or bytes that have none. */
  response: { json: string } | { bytes: true };
  /** Schema of one event when the answer is streamed. */
  stream?: string;
  /** Schema of the answer to `deferred: true`, where the operation takes that. */
  deferred?: string;
  /** Set where this status with an empty body means that the result is not there yet. */
  pending?: 202;
  /** Error statuses that the API documents. */
  errors: readonly number[];
  /** Whether the client has a method for it. */
  client: "wrapped" | "planned";
}
