import { describe, expect, it } from "vitest";
import { createMockXai, type MockXai } from "../index.ts";

interface ClientSocket extends WebSocket {
  accept(): void;
}

const upgrade = (more: Record<string, string> = {}): RequestInit => ({
  headers: { upgrade: "websocket", ...more },
});

async function connect(mock: MockXai, init: RequestInit = upgrade()) {
  const response: Response & { webSocket?: ClientSocket | null } = await mock.fetch(
    "https://api.x.ai/v1/realtime",
    init,
  );
  return { response, socket: response.webSocket ?? undefined };
}

describe("in workerd, fetch", () => {
  it("answers with a WebSocket that talks", async () => {
    const mock = createMockXai({ answer: () => "Good day" });
    const { response, socket } = await connect(mock);
    expect(response.status).toBe(101);
    const types: string[] = [];
    const done = new Promise<void>((resolve) =>
      socket?.addEventListener("message", ({ data }) => {
        const { type } = JSON.parse(data);
        types.push(type);
        if (type === "response.done") resolve();
      }),
    );
    socket?.accept();
    socket?.send(new Uint8Array(48_000));
    socket?.send('{"type":"response.create"}');
    await done;
    expect(types).toEqual(expect.arrayContaining(["session.created", "input_audio_buffer.committed"]));
    expect(mock.requests).toMatchObject([{ operation: "realtime.connect", status: 101, finished: false }]);
    socket?.close(1000);
  });

  it("asks for the key, or for a client secret that was made before and is not over", async () => {
    let seconds = 1000;
    const mock = createMockXai({ apiKey: "right", now: () => seconds * 1000 });
    expect((await connect(mock)).response.status).toBe(401);
    expect((await connect(mock, upgrade({ authorization: "Bearer wrong" }))).response.status).toBe(400);
    expect((await connect(mock, upgrade({ authorization: "Bearer right" }))).response.status).toBe(101);

    const made = await mock.fetch("https://api.x.ai/v1/realtime/client_secrets", {
      method: "POST",
      headers: { authorization: "Bearer right", "content-type": "application/json" },
      body: '{"expires_after":{"seconds":60}}',
    });
    const { value }: { value: string } = await made.json();
    const offering = (secret: string) =>
      connect(mock, upgrade({ "sec-websocket-protocol": `realtime, xai-client-secret.${secret}` }));
    expect((await offering("wrong")).response.status).toBe(400);
    const { response } = await offering(value);
    expect(response.status).toBe(101);
    expect(response.headers.get("sec-websocket-protocol")).toBe(`xai-client-secret.${value}`);
    expect(JSON.stringify(mock.requests)).not.toContain(value);
    seconds += 61;
    expect((await offering(value)).response.status).toBe(400);
  });

  it("refuses a request that is no WebSocket's, and goes wrong when it is told to", async () => {
    const mock = createMockXai();
    const { response } = await connect(mock, {});
    expect([response.status, response.headers.get("upgrade")]).toEqual([426, "websocket"]);
    mock.failNext({ status: 503 });
    expect((await connect(mock)).response.status).toBe(503);
  });
});
