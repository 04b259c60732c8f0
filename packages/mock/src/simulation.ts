import type { AnswerScript } from "./answer/answer.ts";
import type { StoredResponses } from "./responses/stored-responses.ts";

/** What a simulator keeps between requests, and what its handlers need of its options. */
export interface Simulation {
  readonly seed: number;
  readonly answer: AnswerScript | undefined;
  readonly storedResponses: StoredResponses;
  /** Unix seconds. */
  readonly nowSeconds: () => number;
  /** An id that no other request has had. */
  readonly nextId: () => string;
}
