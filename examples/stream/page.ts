// Passes an answer on to a page from a server of one's own, and reads it there as the events that it was.
import { once } from "node:events";
import { createServer } from "node:http";
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { fromResponse, textOf, toResponse } from "@xai-edge/stream";

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });

/** What an edge function is: a request in, a response out. The key stays here. */
async function handle(): Promise<Response> {
  const stream = await xai.responses.create({ model: "grok-4", input: "Why is the sky blue?", stream: true });
  let events = 0;
  return toResponse(stream, {
    onEvent: () => (events += 1),
    headers: { "access-control-allow-origin": "*" },
  });
}

const server = createServer(async (_request, response) => {
  const { status, headers, body } = await handle();
  response.writeHead(status, Object.fromEntries(headers));
  const reader = body?.getReader();
  // A page that goes away stops the answer at its source.
  response.once("close", () => void reader?.cancel());
  for (let piece; (piece = await reader?.read()) && !piece.done;) response.write(piece.value);
  response.end();
}).listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("Expected a port");

const answer = await fetch(`http://127.0.0.1:${address.port}`);
console.log(answer.headers.get("content-type"));
for await (const text of textOf(fromResponse(answer))) process.stdout.write(text);
console.log("\nthe whole answer arrived");
server.close();
