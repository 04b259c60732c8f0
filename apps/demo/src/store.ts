import { createXai, type Fetch, isXaiError, type Model } from "@xai-edge/core";
import { batchByFrame } from "./batch-by-frame.ts";
import { createAnswer, isRunning, type Answer, type Turn } from "./conversation.ts";
import { describeProblem, type Problem } from "./describe-problem.ts";
import { fetchUpstream, type Upstream } from "./fetch-upstream.ts";
import { recall, remember } from "./memory.ts";
import { sortModels } from "./sort-models.ts";
import { streamAnswer } from "./stream-answer.ts";
import { toMessages } from "./to-messages.ts";

/** How the page stands with its proxy. */
export type Connection =
  | { readonly status: "connecting" }
  | { readonly status: "ready"; readonly upstream: Upstream }
  | { readonly status: "failed"; readonly problem: Problem };

/** All that the page shows. */
export interface ChatState {
  readonly connection: Connection;
  readonly models: readonly Model[];
  readonly model: string;
  readonly turns: readonly Turn[];
}

/** The page's state and everything one can do to it. */
export interface ChatStore {
  readonly state: ChatState;
  /** Calls `listener` after every change, and returns a function that ends this. */
  subscribe(listener: () => void): () => void;
  /** Asks the proxy for its models. */
  connect(): Promise<void>;
  selectModel(id: string): void;
  /** Sends a question, unless an answer is still on its way. */
  ask(question: string): Promise<void>;
  /** Asks the last question again, in place of its answer. */
  retry(): Promise<void>;
  /** Ends the answer that is on its way; what arrived stays. */
  stop(): void;
  newChat(): void;
}

/** Where the page's answers come from. */
export interface ChatStoreOptions {
  /** The proxy's absolute address, without `/v1` and without a slash at its end. */
  readonly proxyUrl: string;
  /** Used in place of the global `fetch`. */
  readonly fetch?: Fetch;
}

/** Creates the state of a page that asks a proxy. */
export function createChatStore({ proxyUrl, fetch = globalThis.fetch }: ChatStoreOptions): ChatStore {
  // No key here: the proxy adds it.
  const xai = createXai({ baseURL: `${proxyUrl}/v1`, fetch });
  const listeners = new Set<() => void>();
  let state: ChatState = { connection: { status: "connecting" }, models: [], model: "", turns: [] };
  let running: AbortController | undefined;
  let lastTurnId = 0;

  function update(change: Partial<ChatState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function setAnswer(id: number, answer: Answer): void {
    update({ turns: state.turns.map((turn) => (turn.id === id ? { ...turn, answer } : turn)) });
  }

  async function connect(): Promise<void> {
    update({ connection: { status: "connecting" } });
    try {
      const [list, upstream] = await Promise.all([xai.models.list(), fetchUpstream(proxyUrl, fetch)]);
      const { chat, other } = sortModels(list.data);
      const models = [...chat, ...other];
      const wanted = recall("model");
      const model = models.find(({ id }) => id === wanted) ?? models[0];
      update({ connection: { status: "ready", upstream }, models, model: model?.id ?? "" });
    } catch (error) {
      const problem = describeProblem(error);
      const silent = isXaiError(error) && error.kind === "connection";
      update({
        connection: {
          status: "failed",
          problem: silent ? { ...problem, title: "The proxy does not answer" } : problem,
        },
      });
    }
  }

  async function ask(question: string): Promise<void> {
    if (running !== undefined) return;
    const { model, turns: earlier } = state;
    const controller = new AbortController();
    const id = ++lastTurnId;
    running = controller;
    update({ turns: [...earlier, { id, model, question, answer: createAnswer(performance.now()) }] });

    const frames = batchByFrame((answer: Answer) => setAnswer(id, answer));
    const answer = await streamAnswer({
      xai,
      model,
      messages: toMessages(earlier, question),
      signal: controller.signal,
      onProgress: frames.push,
    });
    frames.cancel();
    if (running === controller) running = undefined;
    setAnswer(id, answer);
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect,
    selectModel(id) {
      remember("model", id);
      update({ model: id });
    },
    ask,
    async retry() {
      const last = state.turns.at(-1);
      if (last === undefined || isRunning(last.answer)) return;
      update({ turns: state.turns.slice(0, -1) });
      await ask(last.question);
    },
    stop() {
      running?.abort();
    },
    newChat() {
      running?.abort();
      running = undefined;
      update({ turns: [] });
    },
  };
}
