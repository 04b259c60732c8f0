import type { Operation } from "./operation.ts";
import type { Shape } from "./shapes/shape.ts";

/** How an operation of the API is called: what a router needs of it, and nothing of what it answers. */
export interface Call extends Readonly<Pick<Operation, "id" | "method" | "path" | "textFields">> {
  /** Shape of the query parameters. */
  readonly query?: Shape;
  /** Shape of the body that is sent, by how it is encoded; `last` is the part of a form behind which the API reads no other one. */
  readonly request?: { readonly json: Shape } | { readonly multipart: Shape; readonly last?: string };
}
