import { createMockXai, type MockXaiOptions } from "@xai-edge/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { type ChatState, type ChatStore, createChatStore } from "./store.ts";

beforeEach(() => localStorage.clear());

/** Keeps the events of an answer that match `before` from passing until it is opened. */
interface Gate {
  readonly before: RegExp;
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function createGate(before: RegExp): Gate {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { before, opened, open };
}

function holdBack(response: Response, gates: readonly Gate[]): Response {
  const decoder = new TextDecoder();
  const held = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      async transform(bytes, controller) {
        const text = decoder.decode(bytes, { stream: true });
        for (const { before, opened } of gates) if (before.test(text)) await opened;
        controller.enqueue(bytes);
      },
    }),
  );
  return new Response(held ?? null, response);
}

const prose = Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ");

interface ChatSetup extends MockXaiOptions {
  readonly health?: () => Response;
  readonly gates?: readonly Gate[];
}

/** A store in front of a proxy that is nothing but the simulator. */
function openChat({ health, gates = [], ...options }: ChatSetup = {}) {
  const mock = createMockXai({ answer: () => ({ reasoning: "Let me see.", text: prose }), ...options });
  const signals: AbortSignal[] = [];
  const store = createChatStore({
    proxyUrl: "http://proxy.test",
    fetch: async (url, init) => {
      if (url === "http://proxy.test/healthz") return health?.() ?? Response.json({ upstream: "simulator" });
      if (init.signal) signals.push(init.signal);
      return holdBack(await mock.fetch(url, init), gates);
    },
  });
  return { mock, store, signals };
}

function until(store: ChatStore, isSo: (state: ChatState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isSo(store.state)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(check);
    check();
  });
}

function lastAnswer({ turns }: ChatState) {
  return turns.at(-1)?.answer;
}

describe("a chat", () => {
  it("takes its models from the Models API and the newest that chats as its own", async () => {
    const { store } = openChat();
    expect(store.state.connection.status).toBe("connecting");
    await store.connect();
    const { connection, models, model } = store.state;
    expect(connection).toEqual({ status: "ready", upstream: "simulator" });
    expect(models.map(({ id }) => id)).toContain("grok-imagine-image");
    expect(model).toBe("grok-4.3");
  });

  it("remembers the chosen model on the next visit", async () => {
    const first = openChat().store;
    await first.connect();
    first.selectModel("grok-420-reasoning");
    const second = openChat().store;
    await second.connect();
    expect(second.state.model).toBe("grok-420-reasoning");
  });

  it("connects to a proxy that does not say who answers", async () => {
    const { store } = openChat({ health: () => new Response("Not found", { status: 404 }) });
    await store.connect();
    expect(store.state.connection).toEqual({ status: "ready", upstream: "unknown" });
  });

  it("says why it has no models, and finds them on the next try", async () => {
    const { mock, store } = openChat();
    mock.failNext({ status: 401, body: { code: "unauthenticated", error: "No key" } });
    await store.connect();
    expect(store.state.connection).toMatchObject({ status: "failed", problem: { title: "Not allowed" } });
    await store.connect();
    expect(store.state.connection.status).toBe("ready");
  });

  it("shows an answer while it arrives: waiting, thinking, answering, done", async () => {
    const text = createGate(/"content":"word0/);
    const end = createGate(/"finish_reason":"stop"/);
    const { store } = openChat({ gates: [text, end] });
    await store.connect();
    const asked = store.ask("Speak");
    expect(lastAnswer(store.state)).toMatchObject({ status: "waiting", reasoning: "", content: "" });

    await until(store, (state) => lastAnswer(state)?.reasoning === "Let me see.");
    expect(lastAnswer(store.state)).toMatchObject({ status: "thinking", content: "" });

    text.open();
    await until(store, (state) => lastAnswer(state)?.content === prose);
    expect(lastAnswer(store.state)).toMatchObject({ status: "answering", usage: undefined });

    end.open();
    await asked;
    const answer = lastAnswer(store.state);
    expect(answer).toMatchObject({
      status: "done",
      reasoning: "Let me see.",
      content: prose,
      finishReason: "stop",
    });
    expect(answer?.usage?.cost_in_usd_ticks).toBeGreaterThan(0);
  });

  it("sends what was said before, and no key", async () => {
    const { mock, store } = openChat();
    await store.connect();
    await store.ask("One");
    await store.ask("Two");
    const last = mock.requests.at(-1);
    expect(last?.body).toMatchObject({
      model: "grok-4.3",
      messages: [
        { role: "user", content: "One" },
        { role: "assistant", content: prose },
        { role: "user", content: "Two" },
      ],
    });
    expect(new Headers(last?.headers).has("authorization")).toBe(false);
  });

  it("stops: the request ends and what arrived stays", async () => {
    const { store, signals } = openChat({ gates: [createGate(/word150/)] });
    await store.connect();
    const asked = store.ask("Speak");
    await until(store, (state) => lastAnswer(state)?.content.includes("word100") === true);
    store.stop();
    await asked;
    const answer = lastAnswer(store.state);
    expect(answer?.status).toBe("stopped");
    expect(answer?.content).not.toBe("");
    expect(prose.startsWith(answer?.content ?? "?")).toBe(true);
    expect(signals.at(-1)?.aborted).toBe(true);
  });

  it("keeps what arrived before the connection was lost, and asks again in its place", async () => {
    const { mock, store } = openChat();
    await store.connect();
    mock.failNext({ cutAfterEvents: 20 });
    await store.ask("Speak");
    const failed = lastAnswer(store.state);
    expect(failed?.status).toBe("failed");
    expect(failed?.reasoning).toBe("Let me see.");
    expect(failed?.problem?.message).not.toBe("");
    await store.retry();
    expect(store.state.turns).toHaveLength(1);
    expect(lastAnswer(store.state)).toMatchObject({ status: "done", content: prose });
  });

  it("takes one question at a time", async () => {
    const { store } = openChat({ gates: [createGate(/word0/)] });
    await store.connect();
    const asked = store.ask("One");
    await store.ask("Two");
    await store.retry();
    expect(store.state.turns.map(({ question }) => question)).toEqual(["One"]);
    store.stop();
    await asked;
  });

  it("leaves nothing behind in a new chat, not even an answer that was on its way", async () => {
    const { store, signals } = openChat({ gates: [createGate(/word0/)] });
    await store.connect();
    const asked = store.ask("One");
    await until(store, (state) => lastAnswer(state)?.status === "thinking");
    store.newChat();
    const next = store.ask("Two");
    await asked;
    expect(signals.filter(({ aborted }) => aborted)).toHaveLength(1);
    expect(store.state.turns.map(({ question }) => question)).toEqual(["Two"]);
    store.stop();
    await next;
    expect(lastAnswer(store.state)?.status).toBe("stopped");
  });
});
