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

const eventBytes = 250;

/** A write of a stream, of exactly so many bytes: events that tell whose they are and where they belong. */
export function writeOf({ id, bytes }: Pick<StreamPlan, "id" | "bytes">, index: number): string {
  let text = "";
  for (let left = bytes; left > 0; left = bytes - text.length) {
    // What would be too short for an event of its own goes to the last one.
    text += eventOf(id, index, left < 2 * eventBytes ? left : eventBytes);
  }
  return text;
}

function eventOf(id: string, index: number, bytes: number): string {
  const head = `data: {"id":"${id}","object":"chat.completion.chunk","index":${index},"text":"`;
  return `${head.padEnd(bytes - 4, "x")}"}\n\n`;
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
