import type { AnswerScript } from "./answer/answer.ts";
import type { JobOptions, Jobs } from "./state/jobs.ts";
import type { State } from "./state/state.ts";

/** What a simulator keeps between requests, and what its handlers need of its options. */
export interface Simulation {
  readonly seed: number;
  readonly answer: AnswerScript | undefined;
  readonly jobOutcome: JobOptions["jobOutcome"];
  readonly state: State;
  readonly jobs: Jobs;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Unix seconds. */
  readonly nowSeconds: () => number;
  /** An id that no other request has had. */
  readonly nextId: () => string;
  /** A number above all that came before. */
  readonly nextSerial: () => number;
}
