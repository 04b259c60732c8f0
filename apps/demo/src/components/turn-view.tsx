import { useMemo } from "preact/hooks";
import { isRunning, type Turn } from "../conversation.ts";
import { CopyButton } from "./copy-button.tsx";
import { ErrorCard } from "./error-card.tsx";
import { Markdown } from "./markdown.tsx";
import { Reasoning } from "./reasoning.tsx";
import { UsageLine } from "./usage-line.tsx";

interface TurnViewProps {
  readonly turn: Turn;
  readonly onRetry: (() => void) | undefined;
}

/** A question and what came back. */
export function TurnView({ turn, onRetry }: TurnViewProps) {
  // Only the turn that still changes is drawn again when a token arrives.
  return useMemo(() => draw({ turn, onRetry }), [turn, onRetry]);
}

function draw({ turn, onRetry }: TurnViewProps) {
  const { answer } = turn;
  const running = isRunning(answer);
  return (
    <>
      <article class="question" aria-label="You">
        {turn.question}
      </article>
      <article class="answer" aria-label={`Answer of ${turn.model}`} aria-busy={running}>
        {answer.status === "waiting" && (
          <p class="waiting" aria-hidden="true">
            <i />
            <i />
            <i />
          </p>
        )}
        {answer.reasoning !== "" && <Reasoning answer={answer} />}
        {answer.content !== "" && (
          <div data-testid="answer">
            <Markdown text={answer.content} />
          </div>
        )}
        {answer.status === "stopped" && (
          <p class="note">
            {answer.content === "" && answer.reasoning === "" ? "Stopped before anything arrived" : "Stopped"}
          </p>
        )}
        {answer.status === "done" && answer.finishReason === "length" && (
          <p class="note">Cut off at the length limit</p>
        )}
        {answer.status === "done" && answer.content === "" && (
          <p class="note">The model ended without an answer</p>
        )}
        {answer.problem !== undefined && <ErrorCard problem={answer.problem} onRetry={onRetry} />}
        {!running && (
          <footer class="answer-foot">
            <UsageLine turn={turn} />
            {answer.content !== "" && <CopyButton text={answer.content} />}
          </footer>
        )}
      </article>
    </>
  );
}
