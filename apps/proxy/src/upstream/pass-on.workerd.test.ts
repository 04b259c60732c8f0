import { describe, expect, it } from "vitest";
import { type PassOnOptions, passOn } from "./pass-on.ts";

const encoder = new TextEncoder();
const eventStream = { headers: { "content-type": "text/event-stream" } };
const chat = [
  'data: {"id":"chat-1","choices":[{"delta":{"content":"a"}}]}\n\n',
  'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"cost_in_usd_ticks":9}}\n\n',
  "data: [DONE]\n\n",
];

function optionsOf(options: Partial<PassOnOptions> = {}): PassOnOptions {
  return {
    metering: "exact",
    clientSignal: new AbortController().signal,
    idleTimeoutMs: 5_000,
    totalTimeoutMs: 10_000,
    giveUp: () => {},
    ...options,
  };
}

/** A body that is written by hand. */
function writtenBody(): {
  body: ReadableStream<Uint8Array>;
  write: (text: string) => void;
  close: () => void;
  fail: () => void;
  cancelled: Promise<void>;
} {
  let controller: ReadableByteStreamController | undefined;
  let onCancel: () => void;
  const cancelled = new Promise<void>((resolve) => (onCancel = resolve));
  const body = new ReadableStream({
    type: "bytes",
    start: (own) => void (controller = own),
    cancel: () => onCancel(),
  });
  return {
    body,
    write: (text) => controller?.enqueue(encoder.encode(text)),
    close: () => controller?.close(),
    fail: () => controller?.error(new Error("connection lost")),
    cancelled,
  };
}

describe.each(["exact", "reserve"] as const)("a stream under %s metering", (metering) => {
  it("passes byte for byte, and its bill is known when it was looked at", async () => {
    const { body, passed } = passOn(new Response(chat.join(""), eventStream), optionsOf({ metering }));
    expect(await new Response(body).text()).toBe(chat.join(""));
    const bill = { ticks: 9, inputTokens: 1, outputTokens: 2 };
    expect(await passed).toEqual(metering === "exact" ? { end: "whole", bill } : { end: "whole" });
  });

  it("tells that the client left", async () => {
    const upstream = writtenBody();
    const { body, passed } = passOn(new Response(upstream.body, eventStream), optionsOf({ metering }));
    const reader = body?.getReader();
    upstream.write(chat[0] ?? "");
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    upstream.write(chat[0] ?? "");
    // Unseen, nobody can tell the two sides apart; either way there is no more than the reservation to charge.
    expect((await passed).end).toBe(metering === "exact" ? "client_left" : "upstream_lost");
    await upstream.cancelled;
  });

  it("is given up at once when the client's signal says so, also while the upstream is silent", async () => {
    const client = new AbortController();
    const upstream = writtenBody();
    const { body, passed } = passOn(
      new Response(upstream.body, eventStream),
      optionsOf({ metering, clientSignal: client.signal }),
    );
    const read = new Response(body).text().catch(() => "failed");
    upstream.write(chat[0] ?? "");
    client.abort();
    // What the abort does to the answer of a fetch.
    if (metering === "reserve") upstream.fail();
    expect((await passed).end).toBe("client_left");
    expect(await read).toBe("failed");
    if (metering === "exact") await upstream.cancelled;
  });

  it("tells that the upstream broke off, and fails at the client", async () => {
    const upstream = writtenBody();
    const { body, passed } = passOn(new Response(upstream.body, eventStream), optionsOf({ metering }));
    const read = new Response(body).text().catch(() => "failed");
    upstream.write(chat[0] ?? "");
    upstream.fail();
    expect((await passed).end).toBe("upstream_lost");
    expect(await read).toBe("failed");
  });

  it("is given up when it takes too long in all", async () => {
    const upstream = writtenBody();
    const { body, passed } = passOn(
      new Response(upstream.body, eventStream),
      optionsOf({ metering, totalTimeoutMs: 40, giveUp: upstream.fail }),
    );
    const read = new Response(body).text().catch(() => "failed");
    expect((await passed).end).toBe("total_timeout");
    expect(await read).toBe("failed");
  });
});

describe("a metered stream", () => {
  it("is given up when it goes silent, and keeps the bill that it had shown", async () => {
    const upstream = writtenBody();
    const { body, passed } = passOn(
      new Response(upstream.body, eventStream),
      optionsOf({ idleTimeoutMs: 60 }),
    );
    const read = new Response(body).text().catch(() => "failed");
    upstream.write(chat[1] ?? "");
    expect(await passed).toEqual({
      end: "idle_timeout",
      bill: { ticks: 9, inputTokens: 1, outputTokens: 2 },
    });
    expect(await read).toBe("failed");
  });

  it("is given up when it goes silent after a reader was slow", async () => {
    const upstream = writtenBody();
    const { body, passed } = passOn(
      new Response(upstream.body, eventStream),
      optionsOf({ idleTimeoutMs: 60 }),
    );
    upstream.write("x".repeat(400_000));
    await new Promise((resolve) => setTimeout(resolve, 90));
    const read = new Response(body).text().catch(() => "failed");
    expect((await passed).end).toBe("idle_timeout");
    expect(await read).toBe("failed");
  });

  it("does not take a slow reader for silence", async () => {
    const { body, passed } = passOn(
      new Response("x".repeat(400_000), eventStream),
      optionsOf({ idleTimeoutMs: 30 }),
    );
    await new Promise((resolve) => setTimeout(resolve, 90));
    expect((await new Response(body).text()).length).toBe(400_000);
    expect((await passed).end).toBe("whole");
  });

  it("shows its first event before its end, which waits until that was handled", async () => {
    const seen: unknown[] = [];
    let handle: () => void = () => {};
    const upstream = writtenBody();
    const { body } = passOn(
      new Response(upstream.body, eventStream),
      optionsOf({
        onAnswer: (event) => {
          seen.push(event);
          return seen.length > 1 ? Promise.resolve() : new Promise((resolve) => (handle = resolve));
        },
      }),
    );
    const reader = body?.getReader();
    upstream.write(': hello\n\ndata: {"type":"response.cre');
    await reader?.read();
    expect(seen).toEqual([]);
    upstream.write('ated","response":{"id":"r1"}}\r\n\r\n');
    await reader?.read();
    expect(seen).toEqual([{ type: "response.created", response: { id: "r1" } }]);
    upstream.close();
    const end = reader?.read();
    const first = await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 50, "waits"))]);
    expect(first).toBe("waits");
    handle();
    expect((await end)?.done).toBe(true);
  });
});

describe("a plain answer", () => {
  const answer = { id: "chat-1", usage: { cost_in_usd_ticks: 12 } };

  it.each(["exact", "reserve"] as const)(
    "passes byte for byte with its bill under %s metering",
    async (metering) => {
      const text = `${JSON.stringify(answer, null, 3)}\n`;
      const upstream = new Response(text, { headers: { "content-type": "application/json; charset=utf-8" } });
      const seen: unknown[] = [];
      const { body, passed } = passOn(
        upstream,
        optionsOf({ metering, onAnswer: async (one) => void seen.push(one) }),
      );
      expect(await new Response(body).text()).toBe(text);
      expect(await passed).toEqual({ end: "whole", bill: { ticks: 12 } });
      expect(seen).toEqual([answer]);
    },
  );

  it.each([{}, { "content-type": "audio/mpeg" }])(
    "of other bytes passes as they are (%j)",
    async (headers) => {
      const bytes = crypto.getRandomValues(new Uint8Array(60_000));
      const { body, passed } = passOn(new Response(bytes, { headers }), optionsOf());
      expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(bytes);
      expect(await passed).toEqual({ end: "whole" });
    },
  );

  it("may have no body", async () => {
    const { body, passed } = passOn(new Response(null), optionsOf());
    expect([body, await passed]).toEqual([null, { end: "whole" }]);
  });
});

describe("the proxy's own key", () => {
  const apiKey = "xai-canary-7Qw3vZ1sLk9TtB4mXy";

  it.each(["Text/Event-Stream", "text/event-stream; x", "Application/JSON", "text/plain", "text/html", ""])(
    "ends an answer of content type %j that holds it",
    async (type) => {
      const upstream = new Response(`data: ${apiKey}\n\n`);
      if (type === "") upstream.headers.delete("content-type");
      else upstream.headers.set("content-type", type);
      const { body, passed } = passOn(upstream, optionsOf({ apiKey }));
      expect(await new Response(body).text().catch(() => "failed")).toBe("failed");
      expect((await passed).end).toBe("upstream_lost");
    },
  );
});
