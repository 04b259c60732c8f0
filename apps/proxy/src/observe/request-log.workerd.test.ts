import { expect, it, vi } from "vitest";
import { clientKey, jsonPost, pageOrigin, proxyUnderTest } from "../../testing/proxy-under-test.ts";
import { logToConsole } from "./request-log.ts";

it("leaves one line a request: what was asked for, how it ended, who asked", async () => {
  const { ask, lines } = await proxyUnderTest();
  await ask("/v1/responses", jsonPost);
  await ask("/v1/models/grok-4");
  await ask("/v1/secret-path");
  await ask("/v1/models", { authorization: "Bearer wrong-token" });
  expect(lines).toEqual([
    {
      event: "request",
      id: expect.any(String),
      method: "POST",
      route: "responses.create",
      status: 200,
      ms: expect.any(Number),
      totalMs: expect.any(Number),
      end: "whole",
      subject: expect.stringMatching(/^[\da-f]{12}$/),
      requestBytes: 31,
      model: "grok-4",
      upstreamStatus: 200,
    },
    expect.objectContaining({ method: "GET", route: "models.retrieve", status: 200, upstreamStatus: 200 }),
    expect.objectContaining({ method: "GET", route: "none", status: 404, code: "unknown_route" }),
    expect.objectContaining({ method: "GET", route: "models.list", status: 401, code: "invalid_client_key" }),
  ]);
});

it("tells nothing that a client or the upstream wrote", async () => {
  const { ask, lines } = await proxyUnderTest({
    answer: () =>
      Response.json({ error: "upstream-words" }, { status: 500, headers: { "x-request-id": "req-1" } }),
  });
  const body = '{"prompt":"canary-prompt"}';
  await ask("/v1/responses", {
    ...jsonPost,
    body,
    headers: { ...jsonPost.headers, origin: pageOrigin, "x-y": "canary-header" },
  });
  await ask("/v1/models/canary-model");
  await ask("/v1/models?token=canary-query");
  await ask("/v1/canary-path");
  await ask("/v1/models", { authorization: "Bearer canary-token", host: "canary-host.example" });
  expect(lines).toHaveLength(5);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`canary|upstream-words|${clientKey}|${pageOrigin}`));
});

it("writes lines as JSON, notices as warnings", () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  logToConsole({
    event: "request",
    id: "1",
    method: "GET",
    route: "models.list",
    status: 200,
    ms: 5,
    totalMs: 9,
  });
  logToConsole({ event: "notice", message: "look" });
  expect(log.mock.calls).toEqual([
    ['{"event":"request","id":"1","method":"GET","route":"models.list","status":200,"ms":5,"totalMs":9}'],
  ]);
  expect(warn.mock.calls).toEqual([['{"event":"notice","message":"look"}']]);
  vi.restoreAllMocks();
});
