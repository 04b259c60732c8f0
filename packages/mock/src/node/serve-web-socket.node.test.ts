import { once } from "node:events";
import { connect as connectTo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket as WsClient, type ClientOptions } from "ws";
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

const addressOf = ({ url }: MockXaiServer) => `${url.replace("http", "ws")}/v1/realtime`;

interface Opened {
  readonly socket: WsClient;
  readonly events: Record<string, unknown>[];
  readonly sounds: Buffer[];
  until(type: string): Promise<void>;
}

async function open(
  server: MockXaiServer,
  protocols: string[] = [],
  options: ClientOptions = {},
): Promise<Opened> {
  const socket = new WsClient(addressOf(server), protocols, options);
  const events: Record<string, unknown>[] = [];
  const sounds: Buffer[] = [];
  socket.on("message", (data: Buffer, isBinary) => {
    if (isBinary) sounds.push(data);
    else events.push(JSON.parse(data.toString("utf8")));
  });
  await once(socket, "open");
  return {
    socket,
    events,
    sounds,
    until: async (type) => {
      while (!events.some((event) => event["type"] === type)) await once(socket, "message");
    },
  };
}

const closeOf = (socket: WsClient): Promise<[code: number, reason: string]> =>
  new Promise((resolve) => socket.once("close", (code, reason) => resolve([code, String(reason)])));

describe("a served simulator's WebSocket", () => {
  it("talks, in text and in bytes", async () => {
    const server = await serve({ answer: () => "Good day" });
    const { socket, events, sounds, until } = await open(server);
    socket.send('{"type":"session.update","session":{"audio":{"output":{"transport":"binary"}}}}');
    socket.send(Buffer.alloc(96_000));
    socket.send('{"type":"response.create"}');
    await until("response.done");
    expect(events.map(({ type }) => type)).toContain("input_audio_buffer.committed");
    expect(Buffer.concat(sounds)).toHaveLength(8 * 0.065 * 48_000);
    const closed = closeOf(socket);
    socket.close(4001, "enough");
    expect(await closed).toEqual([4001, "enough"]);
    expect(server.mock.requests).toMatchObject([
      { operation: "realtime.connect", status: 101, finished: true },
    ]);
  });

  it("talks to the WebSocket that Node has built in", async () => {
    const server = await serve();
    const socket = new WebSocket(addressOf(server), ["realtime"]);
    const [{ data }] = await once(socket, "message");
    expect(JSON.parse(data)).toMatchObject({ type: "session.created" });
    expect(socket.protocol).toBe("realtime");
    socket.close();
    await once(socket, "close");
  });

  it("lets a client in by the key, or by a client secret as its subprotocol", async () => {
    const server = await serve({ apiKey: "right" });
    const headers = { authorization: "Bearer right" };
    const { socket } = await open(server, [], { headers });
    socket.terminate();
    const made = await fetch(`${server.url}/v1/realtime/client_secrets`, { method: "POST", headers });
    const { value }: { value: string } = await made.json();
    const secret = await open(server, [`xai-client-secret.${value}`]);
    expect(secret.socket.protocol).toBe(`xai-client-secret.${value}`);
    for (const [protocols, status] of [
      [[], 401],
      [["xai-client-secret.wrong"], 400],
    ] as const) {
      const refused = new WsClient(addressOf(server), [...protocols]);
      const [, response] = await once(refused, "unexpected-response");
      expect(response.statusCode).toBe(status);
      refused.on("error", () => {});
      refused.terminate();
    }
  });

  it("puts fragments together, answers pings, and takes frames byte by byte", async () => {
    const server = await serve();
    const { socket, events, until } = await open(server);
    socket.send('{"type":"response', { fin: false });
    socket.ping("are you there");
    socket.send('.create"}', { fin: true });
    const [payload] = await once(socket, "pong");
    expect(String(payload)).toBe("are you there");
    await until("response.done");
    expect(events.filter(({ type }) => type === "error")).toEqual([]);
  });

  it.each([
    ["a text that is no UTF-8", [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], 1007],
    ["a frame that is not masked", [0x81, 0x02, 0x7b, 0x7d], 1002],
    ["a frame of an extension", [0xc1, 0x80, 0, 0, 0, 0], 1002],
    ["an opcode that there is not", [0x83, 0x80, 0, 0, 0, 0], 1002],
    ["a fragment of nothing", [0x80, 0x80, 0, 0, 0, 0], 1002],
    ["a ping in fragments", [0x09, 0x80, 0, 0, 0, 0], 1002],
    ["a message of a terabyte", [0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1009],
  ])("closes after %s", async (_, bytes, code) => {
    const server = await serve();
    const { hostname, port } = new URL(server.url);
    const socket = connectTo(Number(port), hostname);
    socket.write(
      `GET /v1/realtime HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    const received: Buffer[] = [];
    socket.on("data", (data: Buffer) => received.push(data));
    for (const byte of bytes) socket.write(Uint8Array.of(byte));
    await once(socket, "close");
    const all = Buffer.concat(received);
    // The answer to this key that RFC 6455, section 1.3, works out.
    expect(all.toString("latin1")).toContain("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
    expect([...all.subarray(-4)]).toEqual([0x88, 2, code >> 8, code & 0xff]);
  });

  it("answers a request that is no WebSocket's as usual, and one for another path with its 404", async () => {
    const server = await serve();
    expect((await fetch(`${server.url}/v1/realtime`)).status).toBe(426);
    const lost = new WsClient(`${server.url.replace("http", "ws")}/v1/elsewhere`);
    const [, response] = await once(lost, "unexpected-response");
    expect(response.statusCode).toBe(404);
    lost.on("error", () => {});
    lost.terminate();
  });

  it("ends when the server closes, and when its client is gone", async () => {
    const server = await serve();
    const { socket } = await open(server);
    const other = await open(server);
    other.socket.terminate();
    while (server.mock.requests.every(({ finished }) => !finished)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const closed = closeOf(socket);
    await server.close();
    expect((await closed)[0]).toBe(1006);
  });
});
