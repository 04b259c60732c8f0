/** Says what was left out of a schema. */
export interface WithRemoved {
  /**
   * Keywords that were left out because the API rejects them, as JSON Pointers into the schema, such as
   * `/properties/tags/maxItems`. Not enumerable, so it is not sent.
   */
  readonly removed: readonly string[];
}

/** Notes on what is sent what was left out of it. */
export function withRemoved<Sent extends object>(sent: Sent, removed: readonly string[]): Sent & WithRemoved {
  const noted: { removed?: readonly string[] } = Object.defineProperty({ ...sent }, "removed", {
    value: removed,
  });
  return noted as Sent & WithRemoved;
}
