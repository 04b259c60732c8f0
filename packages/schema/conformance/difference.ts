/** One fact that our description and the reference state otherwise. */
export interface Difference {
  /** Schema and field, such as `ChatRequest.messages`, or method and path of an operation. */
  path: string;
  what: string;
  /** What our description gives as `differs`; a difference without a reason is a mistake on one of the two sides. */
  reason?: string;
}

/** `ChatRequest.messages: required here, optional in the reference` */
export function lineOf({ path, what }: Difference): string {
  return `${path}: ${what}`;
}
