import { afterEach, describe, expect, it } from "vitest";
import { readEvents, reasonOf } from "../../testing/ask.ts";
import { serveMockXai, type MockXaiServer, type ServeMockXaiOptions } from "./serve-mock-xai.ts";

const servers: MockXaiServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options: ServeMockXaiOptions = {}): Promise<MockXaiServer> {
  const server = await serveMockXai(options);
  servers.push(server);
  return server;
}

const ask = ({ url }: MockXaiServer, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer right" },
    body: JSON.stringify({ model: "grok-3", stream: true, messages: [{ role: "user", content: "Hello" }] }),
    ...init,
  });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a served simulator", () => {
  it("streams over HTTP", async () => {
    const server = await serve({ apiKey: "right", answer: () => "Hello there" });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await ask(server);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const events = readEvents(await response.text());
    expect(events).toHaveLength(4);
    expect(events.at(-1)).toBe("[DONE]");
    expect(server.mock.requests).toMatchObject([{ status: 200, aborted: false, finished: true }]);
  });

  it("sends each event as soon as it is there", async () => {
    const server = await serve();
    server.mock.failNext({ stallAfterEvents: 1 });
    const reader = (await ask(server)).body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(readEvents(new TextDecoder().decode(value))).toHaveLength(1);
    await reader?.cancel();
  });

  it("passes refusals and preflights on", async () => {
    const server = await serve({ apiKey: "right" });
    expect((await fetch(`${server.url}/v1/models`)).status).toBe(401);
    expect((await fetch(`${server.url}/v1/models`, { method: "OPTIONS" })).status).toBe(204);
    expect((await fetch(`${server.url}/v1/models`, { method: "HEAD" })).status).toBe(401);
  });

  it("ends the answer of a client that hangs up", async () => {
    const server = await serve({ firstTokenMs: 60_000 });
    const controller = new AbortController();
    const response = await ask(server, { signal: controller.signal });
    expect(response.status).toBe(200);
    controller.abort();
    await until(() => server.mock.requests[0]?.aborted === true);
    expect(server.mock.requests).toMatchObject([{ aborted: true, finished: false }]);
  });

  it("cuts the connection when a fault says so, after the bytes before", async () => {
    const server = await serve({ faults: [{ cutAfterEvents: 2 }] });
    let text = "";
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const bytes of (await ask(server)).body ?? [])
        text += decoder.decode(bytes, { stream: true });
    };
    expect(await reasonOf(read())).toBeInstanceOf(TypeError);
    expect(readEvents(text)).toHaveLength(2);
  });

  it("rejects when its port is taken", async () => {
    const { url } = await serve();
    await expect(serve({ port: Number(new URL(url).port) })).rejects.toThrow("EADDRINUSE");
  });

  it("takes an upload as it comes, and refuses one that is too large while it comes", async () => {
    const server = await serve();
    const upload = async (size: number): Promise<Response> => {
      const body = new FormData();
      body.append("file", new Blob([new Uint8Array(size)]), "zeros");
      return fetch(`${server.url}/v1/files`, { method: "POST", body });
    };
    const large = await upload(60 * 1024 * 1024);
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { error: expect.stringContaining("50000000") },
    ]);
    const stored = await upload(1_000_000);
    const { id, bytes }: { id: string; bytes: number } = await stored.json();
    expect([stored.status, bytes]).toEqual([200, 1_000_000]);
    const content = await fetch(`${server.url}/v1/files/${id}/content`);
    expect((await content.arrayBuffer()).byteLength).toBe(1_000_000);
  });

  it("links to itself", async () => {
    const server = await serve();
    const response = await fetch(`${server.url}/v1/images/generations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt: "A fox" }),
    });
    const { data }: { data: { url: string }[] } = await response.json();
    const image = await fetch(data[0]?.url ?? "");
    expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
  });
});
