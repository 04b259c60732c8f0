import { fork as forkProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import process from "node:process";
import { pipeline, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { createXai, type Wire, type XaiStream } from "@xai-edge/core";
import { foldChat, fork, meter, textOf } from "@xai-edge/stream";

// What a stream of 200 MB holds in memory while somebody reads it slowly, and how soon a server learns that its reader
// left: `node --expose-gc src/backpressure.ts [MB]`. The server is a process of its own, so that what it holds is not
// counted.

const MB = 1_000_000;
const MAX_AHEAD = 256;
const megabytes = Number(process.argv[2] ?? 200);

type Chunk = Wire.ChatResponseChunk;

function chunkOf(choice: Partial<Wire.ChoiceChunk>): string {
  const chunk: Chunk = {
    id: "0f3c1a52-0000-4000-8000-000000000000",
    object: "chat.completion.chunk",
    created: 1_790_000_000,
    model: "grok-4",
    choices: [{ index: 0, delta: {}, ...choice }],
    system_fingerprint: "fp_0123456789",
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** Some 64 KB of deltas. */
const deltas = Buffer.from(chunkOf({ delta: { content: " the quick brown fox" } }).repeat(280));

/** Streams as many megabytes as the path says, as fast as they are taken; `stall` begins and falls silent. */
const server = createServer((request, response) => {
  const size = request.url?.split("/")[1] ?? "";
  response.setHeader("content-type", "text/event-stream");
  if (size === "stall") {
    response.once("close", () => process.send?.("closed"));
    response.write(chunkOf({ delta: { content: "It is." } }));
  } else {
    pipeline(Readable.from(answerOf(Number(size) * MB)), response, () => {});
  }
});

function* answerOf(bytes: number): Generator<Buffer | string> {
  for (let left = bytes; left > 0; left -= deltas.length) yield deltas;
  yield `${chunkOf({ finish_reason: "stop" })}data: [DONE]\n\n`;
}

if (process.argv[2] === "serve") {
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
  await once(process, "disconnect");
  process.exit();
}
const child = forkProcess(import.meta.filename, ["serve"], { execArgv: [] });
const [{ port }] = (await once(child, "message")) as [{ port: number }];

function ask(path: string, signal?: AbortSignal): Promise<XaiStream<Chunk>> {
  const xai = createXai({ baseURL: `http://127.0.0.1:${port}/${path}` });
  return xai.chat.completions.create(
    { model: "grok-4", messages: [{ role: "user", content: "Go on." }], stream: true },
    signal ? { signal } : {},
  );
}

/** Looks at what is alive, garbage left out, beyond what was before. */
function watchHeap(): { look: () => void; peak: { heap: number; buffers: number; looks: number } } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const peak = { heap: 0, buffers: 0, looks: 0 };
  const look = (): void => {
    // Buffers that the first round found dead are freed beside it.
    globalThis.gc?.();
    globalThis.gc?.();
    const now = process.memoryUsage();
    peak.heap = Math.max(peak.heap, now.heapUsed - before.heapUsed);
    peak.buffers = Math.max(peak.buffers, now.arrayBuffers - before.arrayBuffers);
    peak.looks++;
  };
  return { look, peak };
}

type Look = () => void;

/** Waits a millisecond after every 64 events, far slower than the server, and looks now and then. */
async function readSlowly(events: AsyncIterable<unknown>, look: Look, onEvent?: Look): Promise<number> {
  let count = 0;
  for await (const _ of events) {
    onEvent?.();
    if (++count % 64 === 0) await sleep(1);
    if (count % 4096 === 0) look();
  }
  return count;
}

/** Reads as fast as it may. */
async function readFast(events: AsyncIterable<unknown>, onEvent?: Look): Promise<number> {
  let count = 0;
  for await (const _ of events) {
    onEvent?.();
    count++;
  }
  return count;
}

type Reading = (stream: XaiStream<Chunk>, look: Look) => Promise<{ events: number; note?: string }>;

const readings: Readonly<Record<string, Reading>> = {
  "for await": async (stream, look) => ({ events: await readSlowly(stream, look) }),
  textOf: async (stream, look) => ({ events: await readSlowly(textOf(stream), look) }),
  meter: async (stream, look) => ({ events: await readSlowly(meter(stream), look) }),
  "fork, one fast and one slow": async (stream, look) => {
    const [fast, slow] = fork(stream, 2, { maxAhead: MAX_AHEAD });
    let ahead = 0;
    let most = 0;
    const [events, others] = await Promise.all([
      readFast(fast, () => (most = Math.max(most, ++ahead))),
      readSlowly(slow, look, () => ahead--),
    ]);
    if (events !== others) throw new Error(`One read ${events} events, the other ${others}`);
    return { events, note: `, ahead by ${most} events at most of ${MAX_AHEAD}` };
  },
};

async function measure(name: string, read: Reading, size: number): Promise<string> {
  const { look, peak } = watchHeap();
  const begun = performance.now();
  const { events, note = "" } = await read(await ask(String(size)), look);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  return (
    `  ${name.padEnd(30)} live heap +${(peak.heap / MB).toFixed(2)} MB, buffers +${(peak.buffers / MB).toFixed(2)} MB` +
    ` at most in ${peak.looks} looks; ${events} events in ${seconds} s${note}`
  );
}

/** Ways to read, of which each gives what is read. */
const views: Readonly<Record<string, (stream: XaiStream<Chunk>) => AsyncIterable<unknown>>> = {
  "the stream itself": (stream) => stream,
  textOf: (stream) => textOf(stream),
  foldChat: (stream) => foldChat(stream),
  meter: (stream) => meter(stream),
  fork: (stream) => {
    const [one, other] = fork(stream, 2);
    other.close();
    return one;
  },
  "textOf of a fork of a fold": (stream) => textOf(fork(foldChat(stream), 1)[0]),
};

/**
 * Milliseconds from leaving a silent stream, or aborting its call, to hearing from the server that it saw the connection
 * close: what it takes to hear is part of them.
 */
async function timeToServer(
  view: (stream: XaiStream<Chunk>) => AsyncIterable<unknown>,
  aborts: boolean,
): Promise<number> {
  const controller = new AbortController();
  const iterator = view(await ask("stall", controller.signal))[Symbol.asyncIterator]();
  await iterator.next();
  const waiting = iterator.next().catch(() => {});
  await sleep(2);
  const closed = once(child, "message");
  const leftAt = performance.now();
  if (aborts) controller.abort();
  else await iterator.return?.();
  await closed;
  const ms = performance.now() - leftAt;
  await waiting;
  return ms;
}

if (!globalThis.gc) console.log("Run with --expose-gc to leave garbage out of the numbers.");
console.log(`\nA slow reader of ${megabytes} MB of server-sent events, the aim is < 1 MB of live heap`);
// What the engine compiles in the first seconds is kept as well, and nothing that a stream holds: some 0.4 MB.
for (const [name, read] of Object.entries(readings)) await measure(name, read, 20);
for (const [name, read] of Object.entries(readings)) console.log(await measure(name, read, megabytes));
console.log("\nUntil the server sees that its reader left, the aim is < 50 ms");
for (const [name, view] of Object.entries(views)) {
  for (const aborts of [false, true]) {
    const times: number[] = [];
    for (let round = 0; round < 20; round++) times.push(await timeToServer(view, aborts));
    times.sort((a, b) => a - b);
    console.log(
      `  ${name.padEnd(30)} ${aborts ? "abort " : "leave "} median ${times[10]?.toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms`,
    );
  }
}
child.disconnect();
