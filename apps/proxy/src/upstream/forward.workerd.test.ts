import { describe, expect, it } from "vitest";
import { jsonPost, proxyUnderTest } from "../../testing/proxy-under-test.ts";

/** Never answers; gives up when the proxy does. */
function hang(_url: string, { signal }: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

describe("an upstream", () => {
  it("is never followed to where it redirects", async () => {
    const { ask, calls } = await proxyUnderTest();
    await ask("/v1/models");
    expect(calls.map(({ redirect }) => redirect)).toEqual(["manual"]);
  });

  it("that cannot be reached answers 502, without the reason's own words", async () => {
    const { ask, calls } = await proxyUnderTest({
      answer: () => Promise.reject(new TypeError("connect ECONNREFUSED 10.1.2.3:443")),
    });
    const answer = await ask("/v1/models");
    expect([answer.status, answer.error?.code]).toEqual([502, "upstream_unreachable"]);
    expect(answer.text).not.toMatch(/ECONNREFUSED|10\.1\.2\.3/);
    expect(calls).toHaveLength(1);
  });

  it("that sends no headers in time answers 504 and is given up", async () => {
    const { ask, calls } = await proxyUnderTest({ env: { HEADERS_TIMEOUT_MS: "30" }, answer: hang });
    const answer = await ask("/v1/responses", jsonPost);
    expect([answer.status, answer.error?.code]).toEqual([504, "upstream_timeout"]);
    expect(answer.error?.message).toContain("30 ms");
    expect(calls.map(({ signal }) => signal?.aborted)).toEqual([true]);
  });

  it("may take as long as it likes once its headers are there", async () => {
    const { ask } = await proxyUnderTest({
      env: { HEADERS_TIMEOUT_MS: "30" },
      answer: (_url, { signal }) => {
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
        const writer = writable.getWriter();
        setTimeout(async () => {
          await writer.write(new TextEncoder().encode(`aborted: ${signal?.aborted}`));
          await writer.close();
        }, 80);
        return new Response(readable, { headers: { "content-type": "application/json" } });
      },
    });
    expect(await ask("/v1/responses", jsonPost)).toMatchObject({ status: 200, text: "aborted: false" });
  });

  it("is given up when the client goes away before it answers", async () => {
    const client = new AbortController();
    const { ask, calls, lines } = await proxyUnderTest({
      answer: (url, init) => {
        setTimeout(() => client.abort(), 0);
        return hang(url, init);
      },
    });
    await ask("/v1/responses", { ...jsonPost, signal: client.signal });
    expect(calls.map(({ signal }) => signal?.aborted)).toEqual([true]);
    expect(lines.at(-1)).toMatchObject({ status: 499, code: "client_closed_request" });
  });
});

describe("a call that fails", () => {
  const retrying = (statuses: readonly number[], headers: Record<string, string> = {}) => {
    const left = [...statuses];
    return proxyUnderTest({
      env: { MAX_RETRIES: "2" },
      answer: () => {
        const status = left.shift() ?? 200;
        return status === 0
          ? Promise.reject(new TypeError("reset"))
          : Response.json({ error: { message: "no" } }, { status, headers });
      },
    });
  };

  it.each([429, 503])("is sent again where the upstream did not begin it (%i)", async (status) => {
    const { ask, calls } = await retrying([status, status]);
    expect(await ask("/v1/responses", jsonPost)).toMatchObject({ status: 200 });
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
  });

  it.each([400, 500, 502, 504, 0])("is not sent again where it may have run (%i)", async (status) => {
    const { ask, calls } = await retrying([status]);
    expect((await ask("/v1/responses", jsonPost)).status).toBe(status || 502);
    expect(calls).toHaveLength(1);
  });

  it.each([500, 0])("is sent again where it changes nothing (%i)", async (status) => {
    const { ask, calls } = await retrying([status]);
    expect(await ask("/v1/models")).toMatchObject({ status: 200 });
    expect(calls).toHaveLength(2);
  });

  it("is given to the client when it keeps failing, or the upstream asks for a longer wait than that is worth", async () => {
    const failing = await retrying([503, 503, 503]);
    expect((await failing.ask("/v1/responses", jsonPost)).status).toBe(503);
    expect(failing.calls).toHaveLength(3);
    const later = await retrying([429], { "retry-after": "60" });
    const answer = await later.ask("/v1/responses", jsonPost);
    expect([answer.status, answer.headers.get("retry-after"), later.calls.length]).toEqual([429, "60", 1]);
  });

  it("is not sent again for a client that left meanwhile", async () => {
    const client = new AbortController();
    const { ask, calls } = await proxyUnderTest({
      env: { MAX_RETRIES: "2" },
      answer: () => {
        setTimeout(() => client.abort(), 5);
        return new Response(null, { status: 503, headers: { "retry-after": "3" } });
      },
    });
    expect((await ask("/v1/responses", { ...jsonPost, signal: client.signal })).status).toBe(499);
    expect(calls).toHaveLength(1);
  });
});
