import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { endOf, writeOf, requestBody, type StreamPlan } from "./plan.ts";
import { type Connection, openConnection, rawRequest } from "./raw-call.ts";

// The callers, a process of their own, so that what they take is not workerd's. One job at a time.

/** Calls of 1 KB, one after the other on each connection. */
export interface PlainJob {
  readonly kind: "plain";
  readonly port: number;
  readonly keys: readonly string[];
  readonly connections: number;
  readonly calls: number;
}

/** Streams at the same time. */
export interface StreamJob {
  readonly kind: "streams";
  readonly port: number;
  readonly keys: readonly string[];
  readonly streams: number;
  readonly plan: Omit<StreamPlan, "id">;
  readonly id: string;
}

/** Streams that are cut by the client after so long, one after the other. */
export interface AbortJob {
  readonly kind: "aborts";
  readonly port: number;
  readonly key: string;
  readonly id: string;
  readonly times: number;
  readonly afterMs: number;
}

export type Job = PlainJob | StreamJob | AbortJob;

export interface PlainResult {
  readonly seconds: number;
  /** Milliseconds of each call. */
  readonly times: readonly number[];
}

export interface StreamResult {
  readonly whole: number;
  readonly lost: number;
  /** Answers whose bytes are not those that the upstream sent. */
  readonly wrong: number;
  readonly chunks: readonly number[];
  readonly firstChunkMs: readonly number[];
}

export interface AbortResult {
  /** When the client left, in milliseconds since 1970, by the plan's id. */
  readonly leftAt: Readonly<Record<string, number>>;
}

const kept = new Map<number, Connection[]>();

async function connectionsTo(port: number, count: number): Promise<Connection[]> {
  const open = kept.get(port) ?? [];
  while (open.length < count) open.push(await openConnection(port));
  kept.set(port, open);
  return open.slice(0, count);
}

async function plain({ port, keys, connections, calls }: PlainJob): Promise<PlainResult> {
  const requests = keys.map((key) => rawRequest(key, requestBody()));
  const open = await connectionsTo(port, connections);
  const times: number[] = [];
  let left = calls;
  const begun = performance.now();
  await Promise.all(
    open.map(async ({ call }, index) => {
      const request = requests[index % requests.length] ?? "";
      while (left-- > 0) {
        const sent = performance.now();
        const { status, body } = await call(request);
        times.push(performance.now() - sent);
        if (status !== 200 || !body.endsWith("}}"))
          throw new Error(`Expected an answer, got ${status}: ${body}`);
      }
    }),
  );
  return { seconds: (performance.now() - begun) / 1000, times };
}

async function streams({ port, keys, streams: count, plan, id }: StreamJob): Promise<StreamResult> {
  const chunks: number[] = [];
  const firstChunkMs: number[] = [];
  let lost = 0;
  let wrong = 0;
  const errors = new Set<string>();
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const own = { ...plan, id: `${id}-${index}` };
      try {
        const { call, socket } = await openConnection(port);
        const sent = performance.now();
        const answer = await call(rawRequest(keys[index % keys.length] ?? "", requestBody(own)));
        socket.destroy();
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
        chunks.push(answer.chunks);
        firstChunkMs.push(answer.firstByteAt - sent);
        if (answer.body !== expectedOf(own)) wrong++;
      } catch (error) {
        lost++;
        errors.add(String(error));
      }
    }),
  );
  for (const error of errors) console.error(error);
  return { whole: chunks.length, lost, wrong, chunks, firstChunkMs };
}

function expectedOf(plan: StreamPlan): string {
  return Array.from({ length: plan.writes }, (_, index) => writeOf(plan, index)).join("") + endOf(plan);
}

async function aborts({ port, key, id, times, afterMs }: AbortJob): Promise<AbortResult> {
  const leftAt: Record<string, number> = {};
  for (let index = 0; index < times; index++) {
    const plan = { id: `${id}-${index}`, writes: 10_000, bytes: 250, everyMs: 10 };
    const { call, socket } = await openConnection(port);
    call(rawRequest(key, requestBody(plan))).catch(() => {});
    await sleep(afterMs);
    leftAt[plan.id] = performance.timeOrigin + performance.now();
    socket.destroy();
  }
  return { leftAt };
}

process.on("message", async (job: Job) => {
  const result =
    job.kind === "plain" ? await plain(job) : job.kind === "streams" ? await streams(job) : await aborts(job);
  process.send?.(result);
});
process.on("disconnect", () => process.exit());
