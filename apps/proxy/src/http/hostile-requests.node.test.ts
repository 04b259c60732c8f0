import { describe, expect, it } from "vitest";
import { hostileHosts, hostileTargets } from "../../testing/hostile-spellings.ts";
import { sendRaw, statusOf } from "../../testing/raw-request.ts";
import { clientKey, runBeforeUpstream } from "../../testing/run-before-upstream.ts";

const { upstream, worker } = await runBeforeUpstream();

/** Always with a good client key: only the spelling stands between the request and the upstream. */
function ask(target: string, { host = "proxy.example", method = "GET" } = {}): Promise<string> {
  const body = method === "POST" ? '{"model":"grok-4"}' : "";
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${clientKey}`,
    ...(method === "POST" ? ["Content-Type: application/json", `Content-Length: ${body.length}`] : []),
    "Connection: close",
  ];
  return sendRaw(worker.url, `${lines.join("\r\n")}\r\n\r\n${body}`);
}

describe("a hostile spelling of a path", () => {
  it.each(hostileTargets)("%j is refused on any method, and asks nobody", async (target) => {
    for (const method of ["GET", "POST"]) {
      const answer = await ask(target, { method });
      expect(statusOf(answer)).toBeOneOf([400, 404, 405]);
    }
    expect(upstream.requests).toEqual([]);
  });
});

describe("a hostile Host", () => {
  it.each(hostileHosts)("%j is refused whatever the path, and asks nobody", async (host) => {
    for (const target of ["/v1/models", "/x", "/v1/models/grok-4"]) {
      const answer = await ask(target, { host });
      expect(statusOf(answer)).toBe(400);
    }
    expect(upstream.requests).toEqual([]);
  });

  it("is also one that is missing", async () => {
    const answer = await sendRaw(
      worker.url,
      `GET /v1/models HTTP/1.1\r\nAuthorization: Bearer ${clientKey}\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(400);
    expect(upstream.requests).toEqual([]);
  });
});

describe("a hostile method", () => {
  it.each([
    "HEAD",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "PURGE",
    "PROPFIND",
    "get",
    "Post",
    "X",
    "GET,POST",
    "\u00e9",
  ])("%j is refused, and asks nobody", async (method) => {
    const answer = await ask("/v1/models", { method });
    expect(statusOf(answer)).toBeOneOf([400, 405, 501]);
    expect(upstream.requests).toEqual([]);
  });
});

describe("an unusual but harmless spelling", () => {
  it.each([
    ["/v1/models", "proxy.example"],
    ["/v1/models", "PROXY.example:8787"],
    ["/v1/models", "127.0.0.1"],
    ["/v1/models", "[::1]:8787"],
    // workerd takes the Host's word for the host, and cuts a fragment off.
    ["http://evil.example/v1/models", "proxy.example"],
    ["/v1/models#/../api-key", "proxy.example"],
  ])("%s with Host %s asks the upstream for /v1/models, and nothing else", async (target, host) => {
    expect(statusOf(await ask(target, { host }))).toBe(200);
    expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /v1/models"]);
  });
});
