import type { ChatCompletionCreateParams, Xai } from "@xai-edge/core";
import { foldChat } from "@xai-edge/stream";
import { createAnswer, type Answer } from "./conversation.ts";
import { describeProblem } from "./describe-problem.ts";

/** What to ask, and who wants to know. */
export interface StreamAnswerOptions {
  readonly xai: Xai;
  readonly model: string;
  readonly messages: ChatCompletionCreateParams["messages"];
  /** Ends the answer early: here, at the proxy and at the API. */
  readonly signal: AbortSignal;
  /** Called with the answer so far after every chunk, many times a second. */
  readonly onProgress: (answer: Answer) => void;
}

/** Asks a model and returns its answer, however it ended: whole, stopped through the signal, or failed. Never throws. */
export async function streamAnswer({
  xai,
  model,
  messages,
  signal,
  onProgress,
}: StreamAnswerOptions): Promise<Answer> {
  let answer = createAnswer(performance.now());
  try {
    const stream = await xai.chat.completions.create(
      { model, messages, stream: true, stream_options: { include_usage: true } },
      { signal },
    );
    const folded = foldChat(stream);
    for await (const _chunk of folded) {
      answer = withSnapshot(answer, folded.snapshot, performance.now());
      onProgress(answer);
    }
    return ended(answer, { status: "done" });
  } catch (error) {
    return signal.aborted
      ? ended(answer, { status: "stopped" })
      : ended(answer, { status: "failed", problem: describeProblem(error) });
  }
}

function withSnapshot(
  answer: Answer,
  snapshot: ReturnType<typeof foldChat>["snapshot"],
  now: number,
): Answer {
  const choice = snapshot.choices[0];
  const content = choice?.message.content ?? "";
  const reasoning = choice?.message.reasoning_content ?? "";
  const { timing } = answer;
  const hasToken = content !== "" || reasoning !== "";
  return {
    ...answer,
    content,
    reasoning,
    status: content !== "" ? "answering" : reasoning !== "" ? "thinking" : "waiting",
    usage: snapshot.usage ?? undefined,
    finishReason: choice?.finish_reason ?? undefined,
    timing: {
      ...timing,
      firstTokenAt: timing.firstTokenAt ?? (hasToken ? now : undefined),
      contentAt: timing.contentAt ?? (content !== "" ? now : undefined),
    },
  };
}

function ended(answer: Answer, change: Pick<Answer, "status"> & Partial<Pick<Answer, "problem">>): Answer {
  return { ...answer, ...change, timing: { ...answer.timing, endedAt: performance.now() } };
}
