/** One operation of the API. */
export interface Operation {
  /** Where the client has it, for example `chat.completions.create`. */
  id: string;
  method: "GET" | "POST" | "DELETE" | "PATCH";
  /** Path below the host, with `{name}` for each parameter, which may be part of a segment: `{batch_id}:cancel`. */
  path: string;
  /** Schema of the query parameters. */
  query?: string;
  /** Schema of the body that is sent, by how it is encoded. */
  request?: { json: string } | Form;
  /** Schema of the body that comes back, bytes that have none, or a body that says nothing: `{}` or no body at all. */
  response: { json: string } | { bytes: true } | { empty: true };
  /** Schema of one event when the answer is streamed. */
  stream?: string;
  /** Schema of the answer to `deferred: true`, where the operation takes that. */
  deferred?: string;
  /** Schema of the answer to `with_timestamps: true`, where the operation takes that. */
  timestamps?: string;
  /** Set where this status with an empty body means that the result is not there yet. */
  pending?: 202;
  /** Error statuses that the API documents. */
  errors: readonly number[];
  /**
   * How to read the query's parameters and the form's parts, which travel as text: those that are not one string each.
   * The parts of a list share its name.
   */
  textFields?: Readonly<Record<string, TextField>>;
}

/** A form with a part for each field of a schema. */
export interface Form {
  multipart: string;
  /** Part behind which the API reads no other one. */
  last?: string;
}

export type TextField = "number" | "boolean" | "file" | "strings" | "files";
