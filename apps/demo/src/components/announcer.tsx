import { isRunning, type Answer } from "../conversation.ts";
import type { Connection } from "../store.ts";

interface AnnouncerProps {
  readonly connection: Connection;
  readonly answer: Answer | undefined;
}

/** Tells people who do not see the page what it is doing, in one short line at a time. */
export function Announcer({ connection, answer }: AnnouncerProps) {
  return (
    <p class="visually-hidden" role="status">
      {connection.status === "connecting"
        ? "Connecting to the proxy"
        : answer === undefined
          ? ""
          : sentences[answer.status]}
      {answer !== undefined && isRunning(answer) && ". Press Escape to stop."}
    </p>
  );
}

const sentences: Record<Answer["status"], string> = {
  waiting: "Waiting for the model",
  thinking: "The model is thinking",
  answering: "The model is answering",
  done: "The answer is complete",
  stopped: "The answer was ended early",
  // The error card speaks for itself.
  failed: "",
};
