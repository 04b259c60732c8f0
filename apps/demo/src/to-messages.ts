import type { Wire } from "@xai-edge/core";
import type { Turn } from "./conversation.ts";

/** Returns what to send for the next answer: the earlier turns and the question. */
export function toMessages(turns: readonly Turn[], question: string): Wire.Message[] {
  const messages: Wire.Message[] = [];
  for (const turn of turns) {
    // A question that failed outright would most likely fail again, and take the next one with it.
    if (turn.answer.status === "failed" && turn.answer.content === "") continue;
    messages.push({ role: "user", content: turn.question });
    // The API refuses an assistant message without content.
    if (turn.answer.content !== "") messages.push({ role: "assistant", content: turn.answer.content });
  }
  messages.push({ role: "user", content: question });
  return messages;
}
