import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { type RunOptions, runWorker } from "../../../proxy/testing/running-worker.ts";
import type { AbortJob, AbortResult, PlainJob, PlainResult, StreamJob, StreamResult } from "./client.ts";
import type { UpstreamReport } from "./upstream.ts";
import { sha256Of } from "../../../proxy/testing/sha256-of.ts";

/** Keys of 16 clients, each a subject of its own. */
export const clientKeys: readonly string[] = Array.from(
  { length: 16 },
  (_, index) => `client-key-${index}-Jp2nVb6Rc8`,
);

/** A Worker in a workerd of its own. */
export interface Contestant extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** CPU that its process has used, in milliseconds, in steps of 10. */
  readonly cpuMs: () => number;
  /** Memory that its process holds now. */
  readonly rssMb: () => number;
}

/** The upstream and the callers, each a process of its own. */
export interface Bench extends AsyncDisposable {
  readonly plain: (job: Omit<PlainJob, "kind">) => Promise<PlainResult>;
  readonly streams: (job: Omit<StreamJob, "kind">) => Promise<StreamResult>;
  readonly aborts: (job: Omit<AbortJob, "kind">) => Promise<AbortResult>;
  readonly report: () => Promise<UpstreamReport>;
  /** Starts one of the Workers that the proxy is compared with. */
  readonly startBare: (name: "native" | "reserialise" | "byob-pump") => Promise<Contestant>;
  /** Starts the proxy as it is deployed, with these settings. */
  readonly startProxy: (settings?: Readonly<Record<string, string>>) => Promise<Contestant>;
}

/** Settings of a proxy that keeps account of each call; the amounts are beyond what a benchmark spends. */
export const withBudget: Readonly<Record<string, string>> = {
  LIMITS: JSON.stringify({ usdPerDay: 100_000 }),
  DEPLOYMENT_BUDGET: JSON.stringify({ usdPerDay: 500_000 }),
};

const memoryFolder = "/dev/shm";

/** As long as xAI's own: the proxy looks for it in all that passes, in steps of its length. */
const apiKey = `xai-${"Qw3vZ1sLk9TtB4mX".repeat(5)}`;

export async function startBench(): Promise<Bench> {
  // The objects' databases go into memory where that is possible: a disk that makes each commit wait is not what is measured.
  if (existsSync(memoryFolder)) process.env["TMPDIR"] = memoryFolder;
  const upstream = fork(new URL("./upstream.ts", import.meta.url));
  const [port] = (await once(upstream, "message")) as [number];
  const upstreamUrl = `http://127.0.0.1:${port}`;
  const client = fork(new URL("./client.ts", import.meta.url));
  for (const child of [upstream, client]) {
    child.once("exit", (code) => {
      if (code) throw new Error(`Expected the bench's processes to live, one ended with ${code}`);
    });
  }
  return {
    plain: (job) => ask(client, { kind: "plain", ...job }),
    streams: (job) => ask(client, { kind: "streams", ...job }),
    aborts: (job) => ask(client, { kind: "aborts", ...job }),
    report: () => ask(upstream, "report"),
    startBare: (name) =>
      start(
        new URL(`./workers/${name}.ts`, import.meta.url),
        { UPSTREAM: upstreamUrl, XAI_API_KEY: apiKey },
        { durableObjects: false },
      ),
    startProxy: (settings = {}) =>
      start("src/worker.ts", {
        XAI_API_KEY: apiKey,
        XAI_BASE_URL: upstreamUrl,
        CLIENT_KEYS: clientKeys.map(sha256Of).join(","),
        LIMITS: "unlimited",
        DEPLOYMENT_BUDGET: "unlimited",
        MAX_RETRIES: "0",
        ...settings,
      }),
    async [Symbol.asyncDispose]() {
      client.disconnect();
      upstream.disconnect();
      for (const child of [client, upstream]) if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function ask<Result>(child: ChildProcess, message: object | string): Promise<Result> {
  child.send(message);
  const [result] = (await once(child, "message")) as [Result];
  return result;
}

async function start(
  entry: Parameters<typeof runWorker>[0],
  settings: Readonly<Record<string, string>>,
  options?: RunOptions,
): Promise<Contestant> {
  const before = new Set(ownWorkerds());
  const worker = await runWorker(entry, settings, options);
  const pid = ownWorkerds().find((one) => !before.has(one));
  if (pid === undefined) throw new Error("Expected a workerd to have been started");
  return {
    url: worker.url,
    port: Number(new URL(worker.url).port),
    cpuMs: () => {
      const [user, system] = fieldsOfStat(pid).slice(11, 13).map(Number);
      return ((user ?? 0) + (system ?? 0)) * 10;
    },
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024,
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}

/** What stands in /proc/<pid>/stat behind the name, which may hold anything. */
function fieldsOfStat(pid: string): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function ownWorkerds(): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const isWorkerd = readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("workerd");
      return isWorkerd && fieldsOfStat(pid)[1] === String(process.pid);
    } catch {
      // It ended while the list was read.
      return false;
    }
  });
}

/** The value below which so large a part of the numbers lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
