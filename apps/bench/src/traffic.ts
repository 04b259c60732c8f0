import { createMockXai } from "@xai-edge/mock";

export type Protocol = "chat" | "responses";

const words =
  "the quick brown fox — jumps, again and again, over one lazy dog while nobody looks on from afar ";

/** So many events at each end of an answer come once, whatever is repeated. */
const EDGE = 8;

/** The payloads of one streamed answer of some 700 events, as the simulator writes them; its middle comes `times` times. */
export async function payloadsOf(protocol: Protocol, times: number = 1): Promise<string[]> {
  const mock = createMockXai({ seed: 1, answer: () => ({ text: words.repeat(34) }) });
  const question =
    protocol === "chat"
      ? {
          model: "grok-4",
          messages: [{ role: "user", content: "Go on." }],
          stream_options: { include_usage: true },
        }
      : { model: "grok-4", input: "Go on." };
  const response = await mock.fetch(
    `http://simulator/v1/${protocol === "chat" ? "chat/completions" : "responses"}`,
    {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer any" },
      body: JSON.stringify({ ...question, stream: true }),
    },
  );
  const lines = (await response.text()).split("\n").filter((line) => line.startsWith("data: "));
  const payloads = lines.map((line) => line.slice("data: ".length)).filter((payload) => payload !== "[DONE]");
  const middle = payloads.splice(EDGE, payloads.length - 2 * EDGE);
  return payloads.toSpliced(EDGE, 0, ...Array.from({ length: times }, () => middle).flat());
}

/** The bytes of a stream in chunks of this size, or one chunk an event. */
export function chunksOf(payloads: readonly string[], size: number | "event"): Uint8Array[] {
  const encoder = new TextEncoder();
  const events = [...payloads, "[DONE]"].map((payload) => `data: ${payload}\n\n`);
  if (size === "event") return events.map((event) => encoder.encode(event));
  const bytes = encoder.encode(events.join(""));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  return chunks;
}

/** An answer that streams these chunks. */
export function streamed(chunks: readonly Uint8Array[]): Response {
  return new Response(streamBytes(chunks), { headers: { "content-type": "text/event-stream" } });
}

/** A body that gives a chunk whenever it is asked. */
export function streamBytes(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[at++];
        if (chunk === undefined) controller.close();
        else controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
}
