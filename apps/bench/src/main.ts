/** `pnpm bench`: how long the events of a stream take, and a whole answer. Only ratios of one run compare. */
import process from "node:process";
import { compare, type Contestants } from "./compare.ts";
import {
  fetchByHand,
  iterateInStep,
  openaiClient,
  ourClient,
  readAtLimit,
  readByHand,
  readInStep,
  readWithEventsourceParser,
  readWithOurDecoder,
} from "./readers.ts";
import { chunksOf, payloadsOf, type Protocol } from "./traffic.ts";

const ROUNDS = Number(process.argv[2] ?? 150);
const protocols: readonly Protocol[] = ["chat", "responses"];
const sizes = [16_384, "event"] as const;

for (const protocol of protocols) {
  for (const size of sizes) {
    // Long, so that what a call costs once does not count.
    const payloads = await payloadsOf(protocol, 5);
    const chunks = chunksOf(payloads, size);
    await report(`Decoding ${describe(protocol, payloads, size)}`, payloads.length, ROUNDS / 2, {
      limit: () => readAtLimit(chunks, payloads),
      "limit, parsed as chunks come": () => readInStep(chunks, payloads),
      "that behind for await": () => iterateInStep(chunks, payloads),
      "by hand, callback": () => readByHand(chunks),
      "createSseDecoder, callback": () => readWithOurDecoder(chunks),
      "eventsource-parser, callback": () => readWithEventsourceParser(chunks),
      "xai-edge, for await": ourClient(protocol, chunks),
      "openai, for await": openaiClient(protocol, chunks),
    });
  }
}
for (const protocol of protocols) {
  for (const size of sizes) {
    const payloads = await payloadsOf(protocol);
    const chunks = chunksOf(payloads, size);
    await report(`A whole call, ${describe(protocol, payloads, size)}`, payloads.length, ROUNDS, {
      "by hand": fetchByHand(protocol, chunks),
      "xai-edge": ourClient(protocol, chunks),
      openai: openaiClient(protocol, chunks),
    });
  }
}

/** Prints what each takes, × the first of them. */
async function report(
  title: string,
  events: number,
  rounds: number,
  contestants: Contestants,
): Promise<void> {
  const medians = await compare(contestants, rounds);
  const [[first, base] = ["", Number.NaN]] = medians;
  console.log(`\n${title}, × ${first}`);
  for (const [name, us] of medians) {
    const ratio = (us / base).toFixed(2).padStart(6);
    console.log(`  ${name.padEnd(30)} ${ratio}  ${(us / events).toFixed(2).padStart(6)} µs an event`);
  }
}

function describe(protocol: Protocol, payloads: readonly string[], size: number | "event"): string {
  return `${protocol}, ${payloads.length} events, ${size === "event" ? "one event a chunk" : "16 KiB chunks"}`;
}
