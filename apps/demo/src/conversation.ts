import type { Wire } from "@xai-edge/core";
import type { Problem } from "./describe-problem.ts";

/** What happens to an answer, from the question sent to its end. */
export type AnswerStatus = "waiting" | "thinking" | "answering" | "done" | "stopped" | "failed";

/** When things happened, in milliseconds of one and the same clock. */
export interface AnswerTiming {
  readonly askedAt: number;
  /** The first token of any kind. */
  readonly firstTokenAt: number | undefined;
  /** The first token of the answer itself, after the reasoning. */
  readonly contentAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** One answer as far as it has arrived. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly content: string;
  readonly reasoning: string;
  readonly usage: Wire.Usage | undefined;
  readonly finishReason: string | undefined;
  readonly timing: AnswerTiming;
  /** Why it failed; set with the status `failed` only. */
  readonly problem: Problem | undefined;
}

/** A question and its answer. */
export interface Turn {
  readonly id: number;
  readonly model: string;
  readonly question: string;
  readonly answer: Answer;
}

/** Returns the answer to a question that was just asked. */
export function createAnswer(askedAt: number): Answer {
  return {
    status: "waiting",
    content: "",
    reasoning: "",
    usage: undefined,
    finishReason: undefined,
    timing: { askedAt, firstTokenAt: undefined, contentAt: undefined, endedAt: undefined },
    problem: undefined,
  };
}

/** Tells whether more of the answer may arrive. */
export function isRunning(answer: Answer): boolean {
  return answer.status === "waiting" || answer.status === "thinking" || answer.status === "answering";
}
