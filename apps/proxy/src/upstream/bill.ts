import type { Ticks } from "../budget/ticks.ts";

/** What an answer says it used. */
export interface Bill {
  /** `cost_in_usd_ticks`: what xAI charges. */
  readonly ticks?: Ticks;
  /** Absent where the answer names none. */
  readonly inputTokens?: number;
  /** Reasoning included. */
  readonly outputTokens?: number;
  /** Of the speech that was written down. */
  readonly audioSeconds?: number;
  /** The answer broke off: it has cost as much at that moment, and perhaps more. */
  readonly isAtLeast?: boolean;
}

type Fields = Record<string, unknown>;

/** The bill in an answer or in an event of a stream, of any of the protocols; undefined when it carries none. */
export function billIn(answer: unknown): Bill | undefined {
  const fields = fieldsOf(answer);
  const usage = fieldsOf(fields["usage"] ?? fieldsOf(fields["response"] ?? fields["message"])["usage"]);
  const ticks = count(usage["cost_in_usd_ticks"]);
  const inputTokens = count(usage["prompt_tokens"] ?? usage["input_tokens"]);
  const sum = count(usage["total_tokens"]) ?? NaN;
  // What embeds counts its input and a sum.
  const rest = sum - (inputTokens ?? NaN);
  const written = count(usage["completion_tokens"] ?? usage["output_tokens"] ?? rest);
  if (ticks === undefined && inputTokens === undefined && written === undefined)
    return transcriptBill(fields);
  // Only a chat counts its reasoning beside the tokens of the answer.
  const beside = count(fieldsOf(usage["completion_tokens_details"])["reasoning_tokens"] ?? 0);
  return {
    ...(ticks === undefined ? {} : { ticks }),
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(written === undefined || beside === undefined ? {} : { outputTokens: written + beside }),
  };
}

/** A transcript tells how long it is, and no more. */
function transcriptBill({ text, duration }: Fields): Bill | undefined {
  const isLong = typeof duration === "number" && duration >= 0;
  return typeof text === "string" && isLong ? { audioSeconds: duration } : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function count(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
