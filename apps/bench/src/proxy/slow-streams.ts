/** `pnpm bench:proxy:streams [seconds] [streams]`: many slow streams at a time through one workerd, and what the ledger says of them. */
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { ticksOfCall } from "./plan.ts";
import { type Bench, clientKeys, type Contestant, startBench, withBudget } from "./running.ts";

const seconds = Number(process.argv[2] ?? 60);
const streams = Number(process.argv[3] ?? 1000);
const everyMs = 500;

await using bench = await startBench();
await using proxy = await bench.startProxy(withBudget);
await run(bench, proxy);

async function run({ streams: open, report }: Bench, { port, url, rssMb, cpuMs }: Contestant): Promise<void> {
  const plan = { writes: Math.round((seconds * 1000) / everyMs), bytes: 250, everyMs };
  // Once, so that what is made with the first call is not counted.
  await open({ port, keys: clientKeys, streams: 16, plan: { ...plan, writes: 2 }, id: "warm-up" });
  const startMb = rssMb();
  const cpuBefore = cpuMs();
  let peakMb = startMb;
  let nowMb = startMb;
  const watch = setInterval(() => {
    nowMb = rssMb();
    peakMb = Math.max(peakMb, nowMb);
  }, 250);
  const begun = performance.now();
  const { whole, lost, wrong } = await open({ port, keys: clientKeys, streams, plan, id: "slow" });
  const took = (performance.now() - begun) / 1000;
  clearInterval(watch);

  console.log(
    `${streams} streams of ${plan.writes} events over ${seconds} s, all at the same time: took ${took.toFixed(1)} s`,
  );
  console.log(`whole ${whole}, lost ${lost}, with other bytes than were sent ${wrong}`);
  console.log(
    `workerd: ${startMb.toFixed(0)} MB at the start, ${peakMb.toFixed(0)} MB at most, ${rssMb().toFixed(0)} MB at the end; ${((cpuMs() - cpuBefore) / 1000).toFixed(1)} s of CPU`,
  );

  const usages = await settledUsages(url);
  const spent = usages.reduce((sum, { micros }) => sum + micros, 0);
  const { billedCalls } = await report();
  const bill = (billedCalls * ticksOfCall) / 10_000;
  const openCalls = usages.reduce((sum, usage) => sum + usage.callsNow, 0);
  console.log(
    `billed by the upstream ${bill.toFixed(2)}, spent in the ledger ${spent.toFixed(2)} millionths of a dollar; ${openCalls} calls not settled`,
  );
  const isRight = lost + wrong + openCalls === 0 && whole === streams && Math.abs(bill - spent) < 0.01;
  console.log(isRight ? "all is right" : "NOT all is right");
  if (!isRight) process.exitCode = 1;
}

interface Usage {
  readonly micros: number;
  readonly callsNow: number;
}

/** The part of `GET /usage` that is looked at. */
interface Reported {
  readonly spent_usd: { readonly total: number };
  readonly calls: { readonly now: number };
}

/** What the 16 subjects are told of themselves, once nothing is under way any more. */
async function settledUsages(url: string): Promise<readonly Usage[]> {
  for (let tries = 0; ; tries++) {
    const usages = await Promise.all(clientKeys.map((key) => usageOf(url, key)));
    if (tries === 20 || usages.every(({ callsNow }) => callsNow === 0)) return usages;
    await sleep(100);
  }
}

async function usageOf(url: string, key: string): Promise<Usage> {
  const response = await fetch(`${url}/usage`, { headers: { authorization: `Bearer ${key}` } });
  const { spent_usd: spent, calls } = (await response.json()) as Reported;
  return { micros: spent.total * 1_000_000, callsNow: calls.now };
}
