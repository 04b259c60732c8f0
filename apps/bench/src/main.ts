/** `pnpm bench`: how long a streamed answer takes, × the limit. Only ratios of one run compare. */
import process from "node:process";
import { compare } from "./compare.ts";
import {
  openaiClient,
  ourClient,
  readAtLimit,
  readByHand,
  readWithEventsourceParser,
  readWithOurDecoder,
} from "./readers.ts";
import { chunksOf, payloadsOf, type Protocol } from "./traffic.ts";

const ROUNDS = Number(process.argv[2] ?? 150);

for (const protocol of ["chat", "responses"] satisfies Protocol[]) {
  const payloads = await payloadsOf(protocol);
  for (const size of [16_384, "event"] as const) {
    const chunks = chunksOf(payloads, size);
    const medians = await compare(
      {
        limit: () => readAtLimit(chunks, payloads),
        "by hand": () => readByHand(chunks),
        "createSseDecoder, callback": () => readWithOurDecoder(chunks),
        "eventsource-parser, callback": () => readWithEventsourceParser(chunks),
        "xai-edge, for await": ourClient(protocol, chunks),
        "openai, for await": openaiClient(protocol, chunks),
      },
      ROUNDS,
    );
    const limit = medians.get("limit") ?? Number.NaN;
    console.log(
      `\n${protocol}, ${payloads.length} events, ${size === "event" ? "one event a chunk" : "16 KiB chunks"}`,
    );
    for (const [name, us] of medians) {
      const perEvent = (us / payloads.length).toFixed(2);
      console.log(
        `  ${name.padEnd(30)} ${(us / limit).toFixed(2).padStart(6)} × the limit  ${perEvent.padStart(6)} µs an event`,
      );
    }
  }
}
