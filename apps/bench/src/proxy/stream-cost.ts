import { type Bench, clientKeys, type Contestant, quantile, withBudget } from "./running.ts";

const concurrent = 8;
/** As an answer of some length comes from the API: an event every few milliseconds. And as fast as it is taken. */
const shapes = {
  "700 events of 250 B": { writes: 700, bytes: 250, everyMs: 3 },
  "4 MB in writes of 16 KiB": { writes: 256, bytes: 16 * 1024, everyMs: 0 },
} as const;

/** Streams: CPU of workerd by how they are passed on, what the first chunk waits, what becomes of chunks, and what an abort takes. */
export async function benchStreams(bench: Bench, rounds: number): Promise<void> {
  await using native = await bench.startBare("native");
  await using pump = await bench.startBare("byob-pump");
  await using exact = await bench.startProxy({ ...withBudget, METERING: "exact" });
  await using reserve = await bench.startProxy({ ...withBudget, METERING: "reserve" });
  const contestants = {
    "native pass-through": native,
    "bare BYOB pump": pump,
    "proxy, exact": exact,
    "proxy, reserve": reserve,
  };
  for (const [name, plan] of Object.entries(shapes)) {
    const all = await measure(bench, contestants, plan, rounds);
    console.log(
      `\n${name}, ${concurrent} at a time: CPU of workerd, medians of ${rounds} interleaved rounds`,
    );
    console.log(`${"".padEnd(22)} ms an answer   ÷ pump  ÷ native  chunks of ${plan.writes + 1}`);
    for (const [who, { cpuMs, chunks }] of all) {
      const own = quantile(cpuMs, 0.5);
      const to = (other: keyof typeof contestants): string =>
        (own / quantile(all.get(other)?.cpuMs ?? [], 0.5)).toFixed(2).padStart(8);
      const cpu = own.toFixed(1).padStart(12);
      console.log(
        `${who.padEnd(22)} ${cpu} ${to("bare BYOB pump")} ${to("native pass-through")}  ${quantile(chunks, 0.5).toFixed(0).padStart(8)}`,
      );
    }
  }
  await using unlimited = await bench.startProxy();
  await benchFirstChunk(bench, { ...contestants, "proxy, without budget": unlimited }, rounds);
  await benchChunks(bench, contestants);
  await benchAborts(bench, contestants);
}

interface Measured {
  readonly cpuMs: number[];
  readonly chunks: number[];
}

async function measure(
  bench: Bench,
  contestants: Readonly<Record<string, Contestant>>,
  plan: (typeof shapes)[keyof typeof shapes],
  rounds: number,
): Promise<ReadonlyMap<string, Measured>> {
  const all = new Map(
    Object.keys(contestants).map((name): [string, Measured] => [name, { cpuMs: [], chunks: [] }]),
  );
  for (let round = -1; round < rounds; round++) {
    for (const [name, worker] of Object.entries(contestants)) {
      const cpuBefore = worker.cpuMs();
      const { chunks, lost, wrong } = await bench.streams({
        port: worker.port,
        keys: clientKeys,
        streams: concurrent,
        plan,
        id: `${name}-${round}`,
      });
      if (lost + wrong > 0) throw new Error(`Expected every stream of ${name} to be whole`);
      if (round === -1) continue;
      all.get(name)?.cpuMs.push((worker.cpuMs() - cpuBefore) / concurrent);
      all.get(name)?.chunks.push(...chunks);
    }
  }
  return all;
}

/** One stream at a time, so that nothing else is waited for. */
async function benchFirstChunk(
  bench: Bench,
  contestants: Readonly<Record<string, Contestant>>,
  rounds: number,
): Promise<void> {
  const plan = { writes: 1, bytes: 250, everyMs: 1 };
  const all = new Map(Object.keys(contestants).map((name): [string, number[]] => [name, []]));
  for (let round = -10; round < rounds * 20; round++) {
    for (const [name, { port }] of Object.entries(contestants)) {
      const keys = clientKeys.slice(0, 1);
      const { firstChunkMs } = await bench.streams({
        port,
        keys,
        streams: 1,
        plan,
        id: `first-${name}-${round}`,
      });
      if (round >= 0) all.get(name)?.push(...firstChunkMs);
    }
  }
  console.log(`\nfirst chunk, one stream at a time on a new connection, medians of ${rounds * 20}`);
  const base = quantile(all.get("native pass-through") ?? [], 0.5);
  for (const [name, times] of all) {
    const own = quantile(times, 0.5);
    console.log(
      `${name.padEnd(22)} ${own.toFixed(2).padStart(6)} ms  +${(own - base).toFixed(2)} over native`,
    );
  }
}

async function benchChunks(bench: Bench, contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  console.log("\nchunks out of 101 in (100 events and the end)");
  for (const [name, { port }] of Object.entries(contestants)) {
    const plan = { writes: 100, bytes: 250, everyMs: 8 };
    const keys = clientKeys.slice(0, 1);
    const { chunks } = await bench.streams({ port, keys, streams: 1, plan, id: `chunks-${name}` });
    console.log(`${name.padEnd(22)} ${chunks.join(", ").padStart(6)}`);
  }
}

async function benchAborts(bench: Bench, contestants: Readonly<Record<string, Contestant>>): Promise<void> {
  const times = 20;
  console.log(`\nfrom the client's leaving until the upstream's connection is closed, ${times} streams`);
  for (const [name, { port }] of Object.entries(contestants)) {
    const id = `abort-${name}`;
    const { leftAt } = await bench.aborts({ port, key: clientKeys[0] ?? "", id, times, afterMs: 80 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { cutAt } = await bench.report();
    const waits = Object.entries(leftAt).map(([plan, at]) => (cutAt[plan] ?? Number.POSITIVE_INFINITY) - at);
    console.log(
      `${name.padEnd(22)} p50 ${quantile(waits, 0.5).toFixed(1)} ms, longest ${quantile(waits, 1).toFixed(1)} ms`,
    );
  }
}
