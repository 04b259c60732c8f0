/** What the upstream is asked to stream; it travels as the prompt. */
export interface StreamPlan {
  readonly id: string;
  readonly writes: number;
  readonly bytes: number;
  /** Milliseconds between two writes; 0: as fast as they are taken. */
  readonly everyMs: number;
}

/** What one call costs, plain or streamed: what the upstream's bill is made of. */
export const ticksOfCall = 1_234_567;

/** A write of a stream, an event of exactly so many bytes, which tells whose it is and where it belongs. */
export function eventOf({ id, bytes }: Pick<StreamPlan, "id" | "bytes">, index: number): string {
  const head = `data: {"id":"${id}","object":"chat.completion.chunk","index":${index},"text":"`;
  return `${head}${"x".repeat(Math.max(0, bytes - head.length - 4))}"}\n\n`;
}

/** The last write of a stream: its bill and its end mark. */
export function endOf({ id }: Pick<StreamPlan, "id">): string {
  const usage = {
    prompt_tokens: 10,
    completion_tokens: 20,
    total_tokens: 30,
    cost_in_usd_ticks: ticksOfCall,
  };
  return `data: ${JSON.stringify({ id, object: "chat.completion.chunk", choices: [], usage })}\n\ndata: [DONE]\n\n`;
}

/** A chat request of about 1 KB, or one that carries a plan. */
export function requestBody(plan?: StreamPlan): string {
  const content = plan === undefined ? "word ".repeat(170) : JSON.stringify(plan);
  return JSON.stringify({
    model: "grok-4-fast-non-reasoning",
    messages: [
      { role: "system", content: "You are brief." },
      { role: "user", content },
    ],
    temperature: 0.5,
    max_completion_tokens: 256,
    ...(plan && { stream: true }),
  });
}
