import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import { base64url, SignJWT } from "jose";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningWorker, runWorker } from "../../testing/running-worker.ts";
import { sha256Of } from "../../testing/sha256-of.ts";

const canary = "xai-canary-7Qw3vZ1sLk9TtB4mXy";
const clientKey = "client-key-Jp2nVb6Rc8";
const adminKey = "admin-key-Zt5mKd9Wx1";
const sessionSecret = base64url.encode(new Uint8Array(32).fill(7));

let simulator: MockXaiServer;
let worker: RunningWorker;

beforeAll(async () => {
  simulator = await serveMockXai({ apiKey: canary, answer: () => "Good day" });
  worker = await runWorker("src/worker.ts", {
    XAI_API_KEY: canary,
    XAI_BASE_URL: simulator.url,
    CLIENT_KEYS: sha256Of(clientKey),
    SESSION_KEYS: `one:${sessionSecret}`,
    SERVER_KEYS: `server:${base64url.encode(new Uint8Array(32).fill(8))}`,
    ADMIN_KEY_HASHES: sha256Of(adminKey),
    REALTIME: JSON.stringify({ revocationSeconds: 1 }),
    ROUTES: "realtime.connect,realtime.clientSecrets.create",
    LIMITS: JSON.stringify({ usdPerDay: 20 }),
    DEPLOYMENT_BUDGET: "unlimited",
  });
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await simulator.close();
});

function sessionToken(claims: object = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { url } = worker;
  return new SignJWT({ iss: url, aud: url, sub: "jwt:ada", jti: "j1", iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "xai-edge-session+jwt", kid: "one" })
    .sign(base64url.decode(sessionSecret));
}

const address = (url: string): string => `${url.replace("http", "ws")}/v1/realtime`;

type Event = Readonly<Record<string, unknown>>;

/** Says hello over a WebSocket that is made as a page makes one, and hears the answer to its end. */
async function converse(url: string, protocols: string[]): Promise<{ protocol: string; events: Event[] }> {
  const socket = new WebSocket(url, protocols);
  const events: Event[] = [];
  const done = new Promise<void>((resolve, reject) => {
    socket.addEventListener("message", ({ data }) => {
      const event: Event = JSON.parse(data);
      events.push(event);
      if (event["type"] === "response.done") resolve();
    });
    socket.addEventListener("error", () => reject(new Error("Expected the socket to open")));
  });
  await Promise.race([once(socket, "open"), done]);
  const item = { type: "message", role: "user", content: [{ type: "input_text", text: "Hello" }] };
  socket.send(JSON.stringify({ type: "conversation.item.create", item }));
  socket.send(JSON.stringify({ type: "response.create" }));
  await done;
  const closed = once(socket, "close");
  socket.close(1000);
  await closed;
  return { protocol: socket.protocol, events };
}

it("a page talks through the proxy with its session token as subprotocol, and pays what the simulator bills", async () => {
  const carrier = `xai-edge.session.${await sessionToken()}`;
  const before = worker.logs.length;
  const { protocol, events } = await converse(address(worker.url), [carrier]);
  expect(protocol).toBe(carrier);
  expect(events[0]).toMatchObject({ type: "session.created", session: { model: "grok-voice-latest" } });
  expect(events.some(({ type }) => type === "response.output_audio.delta")).toBe(true);
  const { response }: Event = events.at(-1) ?? {};
  const ticks = Math.round(0.52 * 8_333_333);
  expect(response).toMatchObject({ usage: { cost_in_usd_ticks: ticks } });
  expect(JSON.stringify(events)).not.toContain(canary);
  while (worker.logs.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  const line = worker.logs.at(-1) ?? "";
  expect(JSON.parse(line)).toMatchObject({ ticks });
  expect(worker.logs.join("")).not.toContain(canary);
  expect(line).not.toContain(carrier);
});

it("a page is answered with another subprotocol than its token's where it offers one", async () => {
  const carrier = `xai-edge.session.${await sessionToken()}`;
  const { protocol } = await converse(address(worker.url), [carrier, "realtime"]);
  expect(protocol).toBe("realtime");
});

it("a session token that is over, or is good for other models or routes, opens nothing", async () => {
  const past = Math.floor(Date.now() / 1000) - 60;
  for (const claims of [
    { iat: past - 300, exp: past },
    { models: ["grok-4"] },
    { routes: ["responses.create"] },
  ]) {
    const asked = simulator.mock.requests.length;
    const carrier = `xai-edge.session.${await sessionToken(claims)}`;
    await expect(converse(address(worker.url), [carrier])).rejects.toThrow("Expected the socket to open");
    expect(simulator.mock.requests).toHaveLength(asked);
  }
});

it("a session token that is not good for client secrets gets none", async () => {
  const response = await fetch(`${worker.url}/v1/realtime/client_secrets`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await sessionToken({ routes: ["realtime.connect"] })}`,
      "content-type": "application/json",
    },
    body: "{}",
  });
  expect([response.status, await response.json()]).toMatchObject([
    403,
    { error: { code: "route_not_allowed" } },
  ]);
});

async function revoke(subject: string, body: object): Promise<void> {
  const { status } = await fetch(`${worker.url}/admin/subjects/${subject}/revoke`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(status).toBe(200);
}

it("a conversation ends soon after its session token was revoked, by name or by subject, and others go on", async () => {
  const iat = Math.floor(Date.now() / 1000) - 5;
  const [byName, bySubject, other] = await Promise.all(
    [
      { sub: "jwt:bob", jti: "revoked" },
      { sub: "jwt:cy", jti: "any" },
      { sub: "jwt:bob", jti: "other" },
    ].map(async (claims) => {
      const carrier = `xai-edge.session.${await sessionToken({ ...claims, iat })}`;
      const socket = new WebSocket(address(worker.url), [carrier]);
      const closed = new Promise((resolve) => {
        socket.addEventListener("close", ({ code, reason }) => resolve([code, reason]));
      });
      await once(socket, "open");
      return { socket, closed };
    }),
  );
  const before = worker.logs.length;
  await revoke("jwt:bob", { jti: "revoked" });
  await revoke("jwt:cy", {});
  const end = [1008, "The session token was revoked, or cannot be checked."];
  expect(await byName?.closed).toEqual(end);
  expect(await bySubject?.closed).toEqual(end);
  expect(other?.socket.readyState).toBe(WebSocket.OPEN);
  other?.socket.close(1000);
  expect(await other?.closed).toEqual([1000, ""]);
  await expect
    .poll(() => worker.logs.slice(before).filter((line) => line.includes('"endedBy":"revoked"')))
    .toHaveLength(2);
});

it("a client secret that the proxy has had made opens a conversation with the API itself", async () => {
  const response = await fetch(`${worker.url}/v1/realtime/client_secrets`, {
    method: "POST",
    headers: { authorization: `Bearer ${clientKey}`, "content-type": "application/json" },
    body: "{}",
  });
  const { value, expires_at }: { value: string; expires_at: number } = await response.json();
  expect(response.status).toBe(200);
  expect(expires_at).toBeLessThanOrEqual(Date.now() / 1000 + 600);
  const { events } = await converse(address(simulator.url), [`xai-client-secret.${value}`]);
  expect(events.at(-1)).toMatchObject({ type: "response.done" });
});

it("the Worker for development answers with the simulator that it has inside", async () => {
  await using dev = await runWorker("src/dev-worker.ts", { ROUTES: "realtime.connect" });
  const { protocol, events } = await converse(address(dev.url), ["realtime"]);
  expect(protocol).toBe("realtime");
  expect(events.some(({ type }) => type === "response.output_audio.delta")).toBe(true);
});
