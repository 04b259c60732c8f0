// Loses the connection to the server again and again, and still reads every piece of the answer once: the model runs once.
import process from "node:process";
import { createXai } from "@xai-edge/core";
import {
  createMemoryStore,
  fromResponse,
  record,
  resumable,
  resume,
  textOf,
  toResponse,
} from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const store = createMemoryStore();
let runs = 0;

/** The server: begins the answer of an id at the first request, and goes on with it at the next ones. */
async function handle(id: string, lastEventId: string | null): Promise<Response> {
  const begun = await store.create(id);
  if (begun) {
    runs += 1;
    // In a Worker: context.waitUntil(record(…)), so that it goes on when the page has left.
    void record(
      xai.responses.create({ model: "grok-4", input: "Why is the sky blue?", stream: true }),
      begun,
    );
  }
  const log = begun ?? (await store.find(id));
  if (!log) return new Response("No such answer", { status: 404 });
  return toResponse(resume(log, lastEventId), { retryMs: 10 });
}

/** A bad network: the first three connections break after some 4,000 bytes. */
function badly(response: Response): Response {
  let bytes = connections > 3 ? Infinity : 4_000;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes -= piece.length;
      if (bytes > 0) controller.enqueue(piece);
      else controller.error(new Error("The train went into a tunnel"));
    },
  });
  return new Response(response.body?.pipeThrough(cut) ?? null, response);
}

// The page. Whoever knows an id can read its answer: take one that cannot be guessed.
const id = crypto.randomUUID();
let connections = 0;
const answer = resumable(async (lastEventId, signal) => {
  connections += 1;
  return fromResponse(badly(await handle(id, lastEventId ?? null)), { signal });
});
for await (const text of textOf(answer)) process.stdout.write(text);
console.log(`\n${connections} connections, ${runs} run of the model`);
