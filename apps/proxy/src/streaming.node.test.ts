import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request, type ClientRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openRaw } from "../testing/raw-request.ts";
import { clientKey, runBeforeUpstream } from "../testing/run-before-upstream.ts";

const body = '{"model":"grok-4","input":"hi","stream":true}';
const headers = { authorization: `Bearer ${clientKey}`, "content-type": "application/json" };
const eventStream = { "content-type": "text/event-stream" };

const { upstream, worker } = await runBeforeUpstream();

function post(): ClientRequest {
  const sent = request(`${worker.url}/v1/responses`, { method: "POST", headers });
  sent.on("error", () => {});
  sent.end(body);
  return sent;
}

async function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(sent, "response");
  if (answer === undefined) throw new Error("Expected a response");
  answer.on("error", () => {});
  return answer;
}

/** Resolves with the response that the upstream is to write. */
function nextUpstreamResponse(): Promise<ServerResponse> {
  return new Promise((resolve) => {
    upstream.answer = (response) => resolve(response);
  });
}

describe("a stream", () => {
  it("comes chunk for chunk: each of 101 reaches the client before the next is written", async () => {
    const responding = nextUpstreamResponse();
    const sent = post();
    const response = await responding;
    response.writeHead(200, eventStream).flushHeaders();
    const answer = await answerOf(sent);
    for (let index = 0; index < 101; index++) {
      const chunk = `data: {"sequence_number":${index}}\n\n`;
      response.write(chunk);
      // Held-back bytes would never come, merged ones would come as more than this.
      const [received] = await once(answer, "data");
      expect(String(received)).toBe(chunk);
    }
    response.end();
    await once(answer, "end");
    expect(answer.headers["content-type"]).toBe("text/event-stream");
  });

  it("comes byte for byte, however it is cut and whatever is in it", async () => {
    const bytes = randomBytes(1_000_000);
    const responding = nextUpstreamResponse();
    const sent = post();
    const response = await responding;
    response.writeHead(200, eventStream);
    for (let start = 0, size = 1; start < bytes.length; start += size, size = (size * 7) % 65_521) {
      response.write(bytes.subarray(start, start + size));
    }
    response.end();
    const received = await buffer(await answerOf(sent));
    expect(received.equals(bytes)).toBe(true);
  });

  it("that breaks off upstream breaks off for the client: it never looks like an end", async () => {
    const responding = nextUpstreamResponse();
    const sent = post();
    const response = await responding;
    response.writeHead(200, eventStream).write("data: 1\n\n");
    const answer = await answerOf(sent);
    await once(answer, "data");
    const closed = new Promise((resolve) => answer.once("close", resolve));
    response.destroy();
    await closed;
    expect(answer.complete).toBe(false);
  });

  it("that the upstream packs in spite of being asked not to arrives unpacked", async () => {
    upstream.answer = (response) => {
      response.writeHead(200, { ...eventStream, "content-encoding": "gzip" });
      response.end(gzipSync("data: 1\n\n"));
    };
    const answer = await answerOf(post());
    expect(String(await buffer(answer))).toBe("data: 1\n\n");
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });
});

describe("a client that goes away", () => {
  /** How long after the client left the upstream's answer was given up; `Infinity` when it was not within a second. */
  async function msUntilUpstreamCloses(leave: () => void): Promise<number> {
    const leftAt = performance.now();
    leave();
    const end = await Promise.race([
      upstream.requests.at(-1)?.closed,
      sleep(1000, undefined, { ref: false }),
    ]);
    return end === undefined || end.isWhole ? Infinity : end.at - leftAt;
  }

  /** One try may wait for its turn on a busy machine: what counts is the middle one of nine. */
  async function medianMs(tryOnce: () => Promise<number>): Promise<number> {
    const all: number[] = [];
    for (let tries = 0; tries < 9; tries++) all.push(await tryOnce());
    return all.toSorted((one, other) => one - other)[4] ?? Infinity;
  }

  it.each<readonly [string, (response: ServerResponse, sent: ClientRequest) => Promise<unknown>]>([
    ["before the answer starts", () => sleep(20)],
    [
      "in the middle of a stream",
      async (response, sent) => {
        response.writeHead(200, eventStream).write("data: 1\n\n");
        await once(await answerOf(sent), "data");
      },
    ],
    [
      "in the middle of a small JSON answer",
      (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
        response.write('{"id":"resp_1",');
        return sleep(20);
      },
    ],
  ])("and resets its connection %s closes the upstream's too, within 50 ms", async (_, begin) => {
    const ms = await medianMs(async () => {
      const responding = nextUpstreamResponse();
      const sent = post();
      await begin(await responding, sent);
      return msUntilUpstreamCloses(() => sent.socket?.resetAndDestroy());
    });
    expect(ms).toBeLessThanOrEqual(50);
  });

  // A connection that is merely closed could be half open: workerd learns the truth when it next writes to it.
  it("and closes its connection in the middle of a stream closes the upstream's too, within 50 ms and the next two events", async () => {
    const ms = await medianMs(async () => {
      const responding = nextUpstreamResponse();
      const sent = post();
      const response = await responding;
      response.writeHead(200, eventStream);
      const writing = setInterval(() => response.write("data: 1\n\n"), 20);
      await once(await answerOf(sent), "data");
      const taken = await msUntilUpstreamCloses(() => sent.destroy());
      clearInterval(writing);
      return taken;
    });
    expect(ms).toBeLessThanOrEqual(90);
  });

  it.each<readonly [string, (response: ServerResponse) => void]>([
    ["before the answer starts", () => {}],
    [
      "in the middle of a small JSON answer",
      (response) =>
        response
          .writeHead(200, { "content-type": "application/json", "content-length": 100 })
          .write('{"id":"resp_1",'),
    ],
  ])("and resets its connection %s leaves its line in the log", async (_, begin) => {
    const responding = nextUpstreamResponse();
    const sent = post();
    begin(await responding);
    await sleep(50);
    const before = worker.logs.length;
    sent.socket?.resetAndDestroy();
    await expect.poll(() => worker.logs.slice(before).join()).toContain('"code":"client_closed_request"');
  });

  it("in the middle of its own body reaches no upstream, and the next client is served", async () => {
    const head = `POST /v1/responses HTTP/1.1\r\nHost: proxy.example\r\nAuthorization: Bearer ${clientKey}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`;
    for (const leave of ["destroy", "resetAndDestroy"] as const) {
      const socket = await openRaw(worker.url, `${head}{"model":`);
      await sleep(50);
      socket[leave]();
    }
    await sleep(50);
    expect(upstream.requests).toEqual([]);
    upstream.answer = (response) => response.writeHead(200, { "content-type": "application/json" }).end("{}");
    expect((await answerOf(post())).statusCode).toBe(200);
  });
});
