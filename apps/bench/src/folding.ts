/** `node src/folding.ts`: what it takes to make an answer out of the events of its stream. Only ratios of one run compare. */
import process from "node:process";
import { createXai } from "@xai-edge/core";
import { createChatFold, createResponseFold, foldChat, foldResponse } from "@xai-edge/stream";
import OpenAI from "openai";
import { compare, type Contestants } from "./compare.ts";
import { chunksOf, payloadsOf, type Protocol, streamed } from "./traffic.ts";

const ROUNDS = Number(process.argv[2] ?? 150);

/** What a page keeps by hand of an answer: its text. */
function textByHand(protocol: Protocol, payloads: readonly string[]): string {
  let text = "";
  for (const payload of payloads) {
    const event = JSON.parse(payload);
    if (protocol === "chat") text += event.choices[0]?.delta.content ?? "";
    else if (event.type === "response.output_text.delta") text += event.delta;
  }
  return text;
}

function folded(protocol: Protocol, payloads: readonly string[]): unknown {
  const fold = protocol === "chat" ? createChatFold() : createResponseFold();
  for (const payload of payloads) fold.add(JSON.parse(payload));
  return fold.snapshot;
}

const messages = [{ role: "user" as const, content: "Go on." }];

/** A whole call, its answer folded, with as little around it as a stubbed `fetch` allows. */
function calls(protocol: Protocol, chunks: readonly Uint8Array[]): Contestants {
  const options = { baseURL: "http://stub/v1", apiKey: "none", fetch: async () => streamed(chunks) };
  const xai = createXai(options);
  const openai = new OpenAI(options);
  const ask = { model: "grok-4", stream: true as const };
  return protocol === "chat"
    ? {
        "xai-edge, iterated": async () => {
          for await (const _ of await xai.chat.completions.create({ ...ask, messages }));
        },
        "xai-edge, folded": async () =>
          foldChat(await xai.chat.completions.create({ ...ask, messages })).final(),
        "openai, folded": async () =>
          openai.chat.completions.stream({ model: "grok-4", messages }).finalChatCompletion(),
      }
    : {
        "xai-edge, iterated": async () => {
          for await (const _ of await xai.responses.create({ ...ask, input: "Go on." }));
        },
        "xai-edge, folded": async () =>
          foldResponse(await xai.responses.create({ ...ask, input: "Go on." })).final(),
        "openai, folded": async () =>
          openai.responses.stream({ model: "grok-4", input: "Go on." }).finalResponse(),
      };
}

for (const protocol of ["chat", "responses"] as const) {
  const payloads = await payloadsOf(protocol);
  const groups: Readonly<Record<string, Contestants>> = {
    "Events that are there": {
      "JSON.parse alone": () => payloads.forEach((payload) => JSON.parse(payload)),
      "the text, by hand": () => textByHand(protocol, payloads),
      "the whole answer, folded": () => folded(protocol, payloads),
    },
    "A whole call": calls(protocol, chunksOf(payloads, 16_384)),
  };
  for (const [title, contestants] of Object.entries(groups)) {
    const medians = await compare(contestants, ROUNDS);
    const [[first, base] = ["", Number.NaN]] = medians;
    console.log(`\n${title}, ${protocol}, ${payloads.length} events, × ${first}`);
    for (const [name, us] of medians) {
      const ratio = (us / base).toFixed(2).padStart(6);
      console.log(
        `  ${name.padEnd(30)} ${ratio}  ${(us / payloads.length).toFixed(2).padStart(6)} µs an event`,
      );
    }
  }
}
