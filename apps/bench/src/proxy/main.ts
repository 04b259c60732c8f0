/** `pnpm bench:proxy [rounds] [calls|streams]`: what the proxy's guards cost, beside Workers that have none. */
import process from "node:process";
import { benchCalls } from "./calls.ts";
import { startBench } from "./running.ts";
import { benchStreams } from "./stream-cost.ts";

const rounds = Number(process.argv[2] ?? 7);
const part = process.argv[3];

await using bench = await startBench();
if (part !== "streams") await benchCalls(bench, rounds);
if (part !== "calls") await benchStreams(bench, rounds);
