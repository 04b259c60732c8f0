import { countTokens } from "../answer/tokens.ts";
import type { Prompt, Turn } from "./prompt.ts";

/** Size of a prompt in tokens. */
export interface PromptTokens {
  readonly total: number;
  readonly text: number;
  readonly image: number;
  /** How much of it an earlier request of the same conversation has sent before. */
  readonly cached: number;
}

const perTurn = 4;
const perImage = 256;

/** Counts a prompt's tokens. What stands before the model's last turn counts as cached: it was sent with an earlier request. */
export function countPromptTokens({ turns, functions }: Prompt): PromptTokens {
  const definitions = functions.reduce((sum, one) => sum + countTokens(JSON.stringify(one)), 0);
  const image = turns.reduce((sum, { images }) => sum + images * perImage, 0);
  const text = definitions + textTokens(turns);
  const lastAnswer = turns.findLastIndex(({ role }) => role === "assistant");
  const cached = lastAnswer === -1 ? 0 : definitions + textTokens(turns.slice(0, lastAnswer));
  return { total: text + image, text, image, cached };
}

function textTokens(turns: readonly Turn[]): number {
  return turns.reduce((sum, { text }) => sum + perTurn + countTokens(text), 0);
}
