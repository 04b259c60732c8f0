import { describe, expect, it } from "vitest";
import { startRecordingUpstream } from "../testing/recording-upstream.ts";
import { runWorker } from "../testing/running-worker.ts";
import { sha256Of } from "../testing/sha256-of.ts";

const json = { "content-type": "application/json" };

describe("the development Worker", () => {
  it("answers from the simulator while it has no key, without a client key, and lets the demo's page in", async () => {
    await using worker = await runWorker("src/dev-worker.ts", {
      XAI_API_KEY: "",
      ALLOWED_ORIGINS: "",
      CLIENT_KEYS: "",
    });
    const health = await fetch(`${worker.url}/healthz`, { headers: { origin: "http://localhost:5173" } });
    expect(await health.json()).toEqual({ status: "ok", upstream: "simulator" });
    expect(health.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");

    const models = await fetch(`${worker.url}/v1/models`);
    expect(await models.json()).toMatchObject({
      object: "list",
      data: expect.arrayContaining([expect.objectContaining({ id: "grok-4" })]),
    });
    const unknown = await fetch(`${worker.url}/v1/models/no-such-model`);
    expect(unknown.status).toBe(404);

    const body = JSON.stringify({
      model: "grok-3",
      stream: true,
      messages: [{ role: "user", content: "Hi" }],
    });
    const answer = await fetch(`${worker.url}/v1/chat/completions`, { method: "POST", headers: json, body });
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    expect(await answer.text()).toMatch(/^data: \{.*data: \[DONE\]\n\n$/s);

    const whole = await fetch(`${worker.url}/v1/chat/completions`, {
      method: "POST",
      headers: json,
      body: body.replace("true", "false"),
    });
    expect(await whole.json()).toMatchObject({ object: "chat.completion" });
    const session = await fetch(`${worker.url}/session`, { method: "POST", headers: json, body: "{}" });
    expect(await session.json()).toMatchObject({ subject: "loopback", token: expect.any(String) });

    expect(worker.logs[0]).toMatch(/"event":"notice".*DEV_MODE IS ON/);
    expect(worker.logs.join("\n").match(/DEV_MODE/g)).toHaveLength(1);
  });

  it("keeps account of its caller, whom an administrator sees", async () => {
    const adminKey = "admin-key-Zt5mKd9Wx1";
    await using worker = await runWorker("src/dev-worker.ts", {
      ADMIN_KEY_HASHES: sha256Of(adminKey),
    });
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(worker.url + path, { headers: { authorization: `Bearer ${adminKey}` } })).json();
    const body = JSON.stringify({ model: "grok-3", messages: [{ role: "user", content: "Hi" }] });
    await fetch(`${worker.url}/v1/chat/completions`, { method: "POST", headers: json, body });
    await expect.poll(() => ask("/admin/subjects")).toMatchObject({ subjects: ["loopback"] });
    await expect
      .poll(() => ask("/admin/subjects/loopback"))
      .toMatchObject({ calls: { now: 0, day: 1 }, remaining: { usd: null } });
  });

  it("asks the real upstream once it has a key", async () => {
    await using upstream = await startRecordingUpstream();
    await using worker = await runWorker("src/dev-worker.ts", {
      XAI_API_KEY: "xai-real",
      XAI_BASE_URL: upstream.url,
    });
    expect(await (await fetch(`${worker.url}/healthz`)).json()).toEqual({ status: "ok", upstream: "other" });
    await fetch(`${worker.url}/v1/models`);
    expect(upstream.requests.map(({ rawHeaders }) => rawHeaders)).toEqual([
      expect.arrayContaining(["Bearer xai-real"]),
    ]);
  });

  it("is as strict as the deployed one about origins and routes", async () => {
    await using worker = await runWorker("src/dev-worker.ts", { ALLOWED_ORIGINS: "http://localhost:5199" });
    const statuses = await Promise.all([
      fetch(`${worker.url}/v1/models`, { headers: { origin: "http://localhost:5199" } }),
      fetch(`${worker.url}/v1/models`, { headers: { origin: "http://localhost:5173" } }),
      fetch(`${worker.url}/v1/files`),
      fetch(`${worker.url}/v1/models`, { method: "DELETE" }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 403, 404, 405]);
  });
});
