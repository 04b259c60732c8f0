import { describe, expect, it } from "vitest";
import { jsonPost, pageOrigin, proxyUnderTest } from "../../testing/proxy-under-test.ts";

const fromPage = { origin: pageOrigin };

function preflight(origin: string, method: string, headers = "authorization, content-type") {
  return {
    method: "OPTIONS",
    authorization: null,
    headers: { origin, "access-control-request-method": method, "access-control-request-headers": headers },
  };
}

describe("a page of an allowed origin", () => {
  it.each(["/v1/models", "/healthz"])(
    "may read the answer of %s, request id and retry-after included",
    async (path) => {
      const { ask } = await proxyUnderTest();
      const { status, headers } = await ask(path, { headers: fromPage });
      expect(status).toBe(200);
      expect(headers.get("access-control-allow-origin")).toBe(pageOrigin);
      expect(headers.get("access-control-expose-headers")).toBe(
        "x-request-id, retry-after, ratelimit, ratelimit-policy, x-stream-id",
      );
      expect(headers.get("vary")).toBe("Origin");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
    },
  );

  it.each([
    [400, "/v1/models?a=b", {}],
    [401, "/v1/models", { authorization: "Bearer wrong" }],
    [404, "/v1/nothing", {}],
    [405, "/v1/models", { method: "DELETE" }],
    [415, "/v1/responses", { method: "POST", body: "x" }],
  ])("may read an error %i", async (status, path, init) => {
    const { ask } = await proxyUnderTest();
    const answer = await ask(path, { ...init, headers: fromPage });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe(pageOrigin);
  });

  it("may read a 502", async () => {
    const { ask } = await proxyUnderTest({ answer: () => Promise.reject(new Error("down")) });
    const { status, headers } = await ask("/v1/models", { headers: fromPage });
    expect([status, headers.get("access-control-allow-origin")]).toEqual([502, pageOrigin]);
  });
});

describe("a preflight", () => {
  it.each([
    ["/v1/chat/completions", "POST"],
    ["/v1/responses", "POST"],
    ["/v1/models", "GET"],
    ["/v1/models/grok-4", "GET"],
    ["/healthz", "GET"],
  ])("for %s is answered with %s, the headers a client may send, and ten minutes", async (path, method) => {
    const { ask, calls } = await proxyUnderTest();
    const { status, headers, text } = await ask(path, preflight(pageOrigin, method));
    expect([status, text]).toEqual([204, ""]);
    expect(headers.get("access-control-allow-origin")).toBe(pageOrigin);
    expect(headers.get("access-control-allow-methods")).toBe(method);
    const allowed = headers.get("access-control-allow-headers")?.split(", ");
    expect(allowed).toEqual(
      expect.arrayContaining(["authorization", "content-type", "accept", "x-grok-conv-id"]),
    );
    expect(allowed).not.toContain("*");
    expect(headers.get("access-control-max-age")).toBe("600");
    expect(headers.get("vary")).toBe("Origin");
    expect(calls).toEqual([]);
  });

  it("names the same methods and headers whatever it asks for", async () => {
    const { ask } = await proxyUnderTest();
    const { headers } = await ask("/v1/models", preflight(pageOrigin, "DELETE", "x-forwarded-for, cookie"));
    expect(headers.get("access-control-allow-methods")).toBe("GET");
    expect(headers.get("access-control-allow-headers")).not.toMatch(/cookie|forwarded/);
  });

  it("for an unknown path is a 404", async () => {
    const { ask } = await proxyUnderTest();
    expect(await ask("/v1/files", preflight(pageOrigin, "GET"))).toMatchObject({ status: 404 });
  });
});

describe("any other origin", () => {
  it.each([
    "https://evil.example",
    "null",
    "http://app.example.com",
    "https://app.example.com:8443",
    "https://app.example.com.evil.example",
    "https://evil.example/?https://app.example.com",
    "https://APP.example.com",
    `${pageOrigin}, https://evil.example`,
    `${pageOrigin}/`,
    "*",
    "",
  ])("%j is refused on preflights and on requests, with a key too, and may read nothing", async (origin) => {
    const { ask, calls } = await proxyUnderTest();
    const answers = [
      await ask("/v1/chat/completions", preflight(origin, "POST")),
      await ask("/v1/models", { headers: { origin } }),
      await ask("/v1/responses", { ...jsonPost, headers: { ...jsonPost.headers, origin } }),
      await ask("/healthz", { headers: { origin } }),
    ];
    for (const { status, headers, error } of answers) {
      expect([status, error?.code]).toEqual([403, "origin_not_allowed"]);
      expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
      expect(headers.get("vary")).toBe("Origin");
    }
    expect(calls).toEqual([]);
  });
});

describe("a request without an origin", () => {
  it("is no page's: its key decides, and the answer allows no origin", async () => {
    const { ask } = await proxyUnderTest();
    const { status, headers } = await ask("/v1/models");
    expect(status).toBe(200);
    expect(headers.has("access-control-allow-origin")).toBe(false);
    expect(headers.get("vary")).toBe("Origin");
  });
});
