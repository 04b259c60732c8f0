import { describe, expect, it, vi } from "vitest";
import { canaryKey, jsonPost, pageOrigin, proxyUnderTest } from "../../testing/proxy-under-test.ts";

function answering(body: BodyInit | null, init: ResponseInit = {}) {
  return proxyUnderTest({ answer: () => new Response(body, init) });
}

function errorOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  return proxyUnderTest({ answer: () => Response.json(body, { status, headers }) });
}

describe("a success", () => {
  it("passes byte for byte, odd bytes included", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { ask } = await answering(bytes, { headers: { "content-type": "text/event-stream" } });
    const answer = await ask("/v1/responses", jsonPost);
    expect(answer.text).toBe(new TextDecoder().decode(bytes));
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
  });

  it.each([200, 201, 202])("keeps its status %i", async (status) => {
    const { ask } = await answering("{}", { status, headers: { "content-type": "application/json" } });
    expect(await ask("/v1/responses", jsonPost)).toMatchObject({ status, text: "{}" });
  });

  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON", "text/event-stream"])(
    "passes as %s",
    async (type) => {
      const { ask } = await answering("{}", { headers: { "content-type": type } });
      expect(await ask("/v1/responses", jsonPost)).toMatchObject({ status: 200, text: "{}" });
    },
  );

  it.each([
    "text/plain",
    "text/html",
    "application/octet-stream",
    "audio/mpeg",
    "application/jsonp",
    "",
    "x",
  ])("is refused as %j where that is not expected, and nothing of it passes", async (type) => {
    const { ask } = await answering(canaryKey, { headers: { "content-type": type } });
    const { status, text } = await ask("/v1/responses", jsonPost);
    expect([status, JSON.parse(text)]).toMatchObject([502, { error: { code: "unexpected_answer" } }]);
    expect(text).not.toContain(canaryKey);
  });

  it("without a type passes empty where it may be empty, and else not at all", async () => {
    for (const [given, status, code] of [
      [202, 202, undefined],
      [200, 502, "unexpected_answer"],
    ] as const) {
      const bytes = new TextEncoder().encode(canaryKey);
      const { ask } = await answering(bytes, { status: given });
      const answer = await ask("/v1/responses", jsonPost);
      expect(answer.status).toBe(status);
      expect(/"code":"(\w+)"/.exec(answer.text)?.[1]).toBe(code);
      expect(answer.text).not.toContain(canaryKey);
    }
  });

  it("is refused that spells the key in escapes", async () => {
    const escaped = Array.from(canaryKey, (one) => `\\u00${one.charCodeAt(0).toString(16)}`).join("");
    for (const text of [`{"id":"${escaped}"}`, `{"${escaped.slice(0, 12)}${canaryKey.slice(2)}":1}`]) {
      const headers = { "content-type": "application/json", "content-length": String(text.length) };
      const { ask } = await answering(text, { headers });
      expect((await ask("/v1/responses", jsonPost)).status).toBe(502);
    }
  });

  it("may have no body", async () => {
    const { ask } = await answering(null, { status: 204 });
    expect(await ask("/v1/responses", jsonPost)).toMatchObject({ status: 204, text: "" });
  });
});

describe("the headers of an answer", () => {
  it("are the upstream's content type, request id and retry-after, the proxy's own, and no other", async () => {
    const { ask } = await answering("{}", {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-request-id": "req-1",
        "retry-after": "7",
        "access-control-allow-origin": "*",
        "access-control-allow-credentials": "true",
        "cache-control": "public, max-age=3600",
        "cf-ray": "1",
        etag: '"1"',
        "openai-organization": "org",
        server: "backend-7",
        "set-cookie": "session=1",
        "strict-transport-security": "max-age=1",
        via: "1.1 backend",
        "www-authenticate": `Bearer realm="${canaryKey}"`,
        "x-api-key": canaryKey,
        "x-ratelimit-remaining-requests": "1",
      },
    });
    const { headers } = await ask("/v1/models", { headers: { origin: pageOrigin } });
    expect(Object.fromEntries(headers)).toEqual({
      "access-control-allow-origin": pageOrigin,
      "access-control-expose-headers": "x-request-id, retry-after, ratelimit, ratelimit-policy, x-stream-id",
      "cache-control": "private, no-store",
      "content-type": "application/json; charset=utf-8",
      "retry-after": "7",
      vary: "Origin",
      "x-content-type-options": "nosniff",
      "x-request-id": "req-1",
    });
  });

  it.each([
    ["x-request-id", canaryKey],
    ["x-request-id", "a b"],
    ["x-request-id", "x".repeat(129)],
    ["retry-after", canaryKey],
    ["retry-after", "soon"],
    ["content-type", `text/plain; k=${canaryKey}`],
    ["content-type", "<script>"],
  ])("leave out a %s of %j", async (name, value) => {
    const { ask } = await proxyUnderTest({
      answer: () => new Response("{}", { headers: { "content-type": "", [name]: value } }),
    });
    const { headers } = await ask("/v1/models");
    expect(headers.get(name)).not.toBe(value);
  });

  it("keep a retry-after that is a date", async () => {
    const date = "Wed, 21 Oct 2026 07:28:00 GMT";
    const { ask } = await errorOf(429, { error: "slow down" }, { "retry-after": date });
    expect((await ask("/v1/models")).headers.get("retry-after")).toBe(date);
  });

  it("carry a request id of the proxy's own when the upstream has none, the same as in the log", async () => {
    const { ask, lines } = await proxyUnderTest();
    const ids = [
      (await ask("/v1/models")).headers.get("x-request-id"),
      (await ask("/nothing")).headers.get("x-request-id"),
    ];
    expect(ids[0]).toMatch(/^[\da-f-]{36}$/);
    expect(new Set(ids).size).toBe(2);
    expect(lines.map((line) => "id" in line && line.id)).toEqual(ids);
  });
});

describe("a redirect", () => {
  it.each([300, 301, 302, 303, 304, 307, 308])(
    "of status %i answers 502 and is not followed",
    async (status) => {
      const { ask, calls } = await answering(null, {
        status,
        headers: { location: `https://evil.example/?k=${canaryKey}` },
      });
      const answer = await ask("/v1/responses", jsonPost);
      expect([answer.status, answer.error?.code]).toEqual([502, "upstream_redirect"]);
      expect(answer.headers.has("location")).toBe(false);
      expect(calls).toHaveLength(1);
    },
  );
});

describe("an upstream error", () => {
  it.each([
    [400, { code: "Client specified an invalid argument", error: "Model not found: grok-5" }],
    [403, { code: "permission-denied", error: "Content violates usage guidelines" }],
    [404, { error: { code: 404, message: "Not Found" } }],
    [
      422,
      { error: { message: "Failed to deserialize", type: "invalid_request_error", param: null, code: null } },
    ],
    [429, { error: "Too many requests" }],
    [500, { error: "né 🦊" }],
    [503, { code: "The service is currently unavailable", error: "Timed out" }],
  ])("%i passes with its status and its own words", async (status, body) => {
    const { ask } = await errorOf(status, body);
    const answer = await ask("/v1/responses", jsonPost);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual(body);
    expect(answer.headers.get("content-type")).toBe("application/json");
  });

  it.each([
    ["as text", (key: string) => JSON.stringify({ error: `bad header: Bearer ${key}` })],
    ["twice", (key: string) => JSON.stringify({ error: key, again: [{ deep: `${key}${key}` }] })],
    ["as a name", (key: string) => JSON.stringify({ error: { [key]: 1 } })],
    ["in escapes", (key: string) => `{"error":"${key.replace("c", "\\u0063").replace("-", "\\u002d")}"}`],
  ])("that echoes the key %s passes without it", async (_, bodyWith) => {
    const { ask } = await answering(bodyWith(canaryKey), {
      status: 500,
      headers: { "content-type": "application/json" },
    });
    const answer = await ask("/v1/responses", jsonPost);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("[redacted]");
    expect(JSON.stringify(JSON.parse(answer.text))).not.toContain(canaryKey);
  });

  it.each([
    [
      400,
      {
        code: "Client specified an invalid argument",
        error: "Incorrect API key provided: xa***Xy. You can obtain one at the console.",
      },
    ],
    [401, { error: "Unauthorized" }],
    [401, { error: `No such key: ${canaryKey}` }],
    [403, { code: "permission-denied", error: "The API key xa***Xy is disabled." }],
  ])("%i about the proxy's own key becomes a 502 that quotes nothing of it", async (status, body) => {
    const { ask, lines } = await errorOf(status, body);
    const answer = await ask("/v1/models");
    expect([answer.status, answer.error?.code]).toEqual([502, "upstream_refused_key"]);
    expect(answer.text).not.toMatch(/xa\*\*\*|Xy|Incorrect|disabled/);
    expect(lines.at(-1)).toMatchObject({ status: 502, upstreamStatus: status, code: "upstream_refused_key" });
  });

  it.each([
    ["HTML", `<html>nginx ${canaryKey}</html>`],
    ["a stack trace", "Error: boom\n    at /srv/backend.js:1:2"],
    ["cut JSON", '{"error":'],
    ["nothing", null],
    ["more than 64 KiB", JSON.stringify({ error: "x".repeat(70_000) })],
  ])("whose body is %s passes as its status alone, retry-after and request id kept", async (_, body) => {
    const headers = { "content-type": "text/html", "retry-after": "3", "x-request-id": "req-9" };
    const { ask } = await answering(body, { status: 503, headers });
    const answer = await ask("/v1/models");
    expect([answer.status, answer.error?.code]).toEqual([503, "upstream_error"]);
    expect(answer.text.length).toBeLessThan(300);
    expect(answer.text).not.toMatch(/nginx|backend/);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("retry-after")).toBe("3");
    expect(answer.headers.get("x-request-id")).toBe("req-9");
  });

  it("whose body breaks off passes as its status alone", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"error":"'));
        controller.error(new Error(`cut with ${canaryKey}`));
      },
    });
    const { ask } = await answering(broken, { status: 500 });
    expect(await ask("/v1/models")).toMatchObject({ status: 500, error: { code: "upstream_error" } });
  });

  it("whose body never ends is cut after five seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let cancelled = false;
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"error":"')),
      cancel: () => void (cancelled = true),
    });
    const { ask, calls } = await answering(endless, { status: 500 });
    const answer = ask("/v1/models");
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(cancelled).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await answer).toMatchObject({ status: 500, error: { code: "upstream_error" } });
    expect(cancelled).toBe(true);
    vi.useRealTimers();
  });
});
