import { type Bench, clientKeys, type Contestant, quantile, withBudget } from "./running.ts";

/** How many calls a round makes, by how many are under way at a time. */
const callsOf = { 1: 400, 64: 1_000 } as const;
const reference = "(b) parse, re-serialise, forward";

interface Measured {
  readonly requestsPerSecond: number[];
  readonly p50Ms: number[];
  readonly cpuMs: number[];
}

/** Plain JSON calls of 1 KB: requests a second, middle times, and CPU of workerd, beside a Worker that only re-serialises. */
export async function benchCalls(bench: Bench, rounds: number): Promise<void> {
  await using native = await bench.startBare("native");
  await using reserialise = await bench.startBare("reserialise");
  await using unlimited = await bench.startProxy();
  await using budget = await bench.startProxy(withBudget);
  const oneKey = clientKeys.slice(0, 1);
  const contestants: Readonly<Record<string, { worker: Contestant; keys: readonly string[] }>> = {
    "(a) native pass-through": { worker: native, keys: oneKey },
    [reference]: { worker: reserialise, keys: oneKey },
    "(c) proxy, key and policy": { worker: unlimited, keys: oneKey },
    "(d) and budget, 1 subject": { worker: budget, keys: oneKey },
    "(d) and budget, 16 subjects": { worker: budget, keys: clientKeys },
  };
  for (const connections of [1, 64] as const) {
    const all = new Map(
      Object.keys(contestants).map((name): [string, Measured] => [
        name,
        { requestsPerSecond: [], p50Ms: [], cpuMs: [] },
      ]),
    );
    for (let round = -1; round < rounds; round++) {
      for (const [name, { worker, keys }] of Object.entries(contestants)) {
        const calls = callsOf[connections];
        const cpuBefore = worker.cpuMs();
        const { seconds, times } = await bench.plain({ port: worker.port, keys, connections, calls });
        // The first round warms up.
        if (round === -1) continue;
        const measured = all.get(name);
        measured?.requestsPerSecond.push(times.length / seconds);
        measured?.p50Ms.push(quantile(times, 0.5));
        measured?.cpuMs.push((worker.cpuMs() - cpuBefore) / times.length);
      }
    }
    print(connections, all);
  }
}

function print(connections: number, all: ReadonlyMap<string, Measured>): void {
  const base = all.get(reference);
  if (base === undefined) throw new Error("Expected the reference to be measured");
  console.log(`\n${connections} at a time, medians of ${base.p50Ms.length} interleaved rounds`);
  console.log(`${"".padEnd(34)}  req/s   ÷ (b)   p50 ms  − (b)   CPU ms a call  ÷ (b)`);
  // Of each round beside the same round of the reference, so that what the machine does meanwhile meets both.
  const beside = (own: readonly number[], other: readonly number[], by: (a: number, b: number) => number) =>
    quantile(
      own.map((value, index) => by(value, other[index] ?? Number.NaN)),
      0.5,
    );
  const ratio = (a: number, b: number): number => a / b;
  const difference = (a: number, b: number): number => a - b;
  for (const [name, { requestsPerSecond, p50Ms, cpuMs }] of all) {
    console.log(
      [
        name.padEnd(34),
        quantile(requestsPerSecond, 0.5).toFixed(0).padStart(6),
        beside(requestsPerSecond, base.requestsPerSecond, ratio).toFixed(2).padStart(7),
        quantile(p50Ms, 0.5).toFixed(2).padStart(8),
        beside(p50Ms, base.p50Ms, difference).toFixed(2).padStart(7),
        quantile(cpuMs, 0.5).toFixed(3).padStart(12),
        beside(cpuMs, base.cpuMs, ratio).toFixed(2).padStart(10),
      ].join(" "),
    );
  }
}
