import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chunk, Script, Step } from "../src/misbehaviour.ts";
import { ScriptRun, type RunRequest } from "./script-run.ts";

/** A running loopback server. */
export interface LoopbackServer {
  /** Its base URL, without a slash at the end. */
  readonly url: string;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on a free port of 127.0.0.1 that behaves as the scripts posted to it say: `POST /scripts` takes a
 * `Script` and answers `{ id, url }`, and every request at or below that `url` takes the script's next step.
 * `/scripts/<id>` tells what happened; `/wait-requests`, `/wait-closed` and `/release` below it serve `misbehave`.
 */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  const runs = new Map<string, ScriptRun>();
  let url = "";

  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    allowEveryOrigin(request, response);
    if (request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined) {
      response.writeHead(204).end();
      return;
    }
    route(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else answer(response, 500, { error: String(error) });
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? "/", url);
    const [, area, id = "", ...rest] = pathname.split("/");
    if (area === "scripts" && id === "") {
      const script: Script = JSON.parse(await readBody(request));
      const newId = String(runs.size + 1);
      runs.set(newId, new ScriptRun(script));
      return answer(response, 200, { id: newId, url: `${url}/s/${newId}` });
    }
    const run = runs.get(id);
    if (run === undefined)
      return answer(response, 404, { error: `No script has the id ${JSON.stringify(id)}` });
    if (area === "s") {
      const path = rest.map((part) => `/${part}`).join("") + search;
      return playStep(run, run.begin(request, path), request, response);
    }
    if (area === "scripts") return tell(run, rest.join("/"), searchParams, response);
    return answer(response, 404, { error: `Nothing is at ${pathname}` });
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("Expected the loopback server to listen on a port");
  url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function allowEveryOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "*");
  if (headers["access-control-request-method"] === undefined) return;
  response.setHeader("access-control-allow-methods", headers["access-control-request-method"]);
  response.setHeader("access-control-max-age", "600");
  // `*` would leave `authorization` out: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
  const asked = headers["access-control-request-headers"];
  if (asked !== undefined) response.setHeader("access-control-allow-headers", asked);
  if (headers["access-control-request-private-network"] === "true") {
    response.setHeader("access-control-allow-private-network", "true");
  }
}

async function tell(
  run: ScriptRun,
  what: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const timeoutMs = Number(query.get("timeoutMs") ?? 5000);
  if (what === "") return answer(response, 200, { requests: run.records() });
  if (what === "release") {
    run.release();
    return answer(response, 200, {});
  }
  if (what === "wait-requests") {
    const count = Number(query.get("count") ?? 1);
    const reached = await run.waitUntil(() => run.requests.length >= count, timeoutMs);
    if (reached) return answer(response, 200, { requests: run.records() });
    return answer(response, 504, {
      error: `Expected ${count} requests within ${timeoutMs} ms, got ${run.requests.length}`,
    });
  }
  if (what === "wait-closed") {
    const closed = await run.waitUntil(() => run.requests.at(-1)?.closedByClientAt !== undefined, timeoutMs);
    if (closed) return answer(response, 200, { request: run.records().at(-1) });
    return answer(response, 504, {
      error: `Expected the client to leave its request within ${timeoutMs} ms, it did not`,
    });
  }
  return answer(response, 404, { error: `A script has no ${JSON.stringify(what)}` });
}

async function playStep(
  run: ScriptRun,
  record: RunRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => {
    gone.abort();
    run.end(record, response.writableFinished);
  });
  const step = run.nextStep();
  try {
    await readBody(request, (text) => (record.body = text));
    await sendStep(step, run, record, response, gone.signal);
  } catch (error) {
    // The client went away in the middle: that is what the record tells.
    if (!gone.signal.aborted && !request.destroyed) throw error;
  }
}

async function sendStep(
  step: Step,
  run: ScriptRun,
  record: RunRequest,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  if (step.noResponse === true) return;
  if (step.resetBeforeResponse === true) {
    record.cutByServer = true;
    response.socket?.resetAndDestroy();
    return;
  }
  if (step.delayHeadersMs !== undefined) await sleep(step.delayHeadersMs, undefined, { signal: gone });
  if (step.json !== undefined) response.setHeader("content-type", "application/json");
  for (const [name, value] of Object.entries(step.headers ?? {})) response.setHeader(name, value);
  response.writeHead(step.status ?? 200);
  response.flushHeaders();

  for (const chunk of chunksOf(step)) {
    if (chunk.awaitRelease === true) await run.released(gone);
    if (chunk.delayMs !== undefined) await sleep(chunk.delayMs, undefined, { signal: gone });
    gone.throwIfAborted();
    await write(response, bytesOf(chunk));
  }

  if (step.then === "stall") return;
  if (step.then === "cut") {
    record.cutByServer = true;
    response.socket?.destroy();
    return;
  }
  response.end();
}

function chunksOf(step: Step): readonly Chunk[] {
  const whole: Chunk[] = [];
  if (step.json !== undefined) whole.push({ text: JSON.stringify(step.json) });
  if (step.body !== undefined) whole.push({ text: step.body });
  if (step.bodyBase64 !== undefined) whole.push({ base64: step.bodyBase64 });
  return [...whole, ...(step.chunks ?? [])];
}

function bytesOf({ text, base64 }: Chunk): Buffer {
  return Buffer.concat([Buffer.from(text ?? "", "utf8"), Buffer.from(base64 ?? "", "base64")]);
}

function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (bytes.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    response.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function readBody(
  request: IncomingMessage,
  onText: (text: string) => void = () => {},
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of request) {
    text += decoder.decode(bytes, { stream: true });
    onText(text);
  }
  return text;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
