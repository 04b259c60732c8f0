import { XaiOptionsError } from "@xai-edge/core";
import { askModel, type Asked, isStream } from "./ask-model.ts";
import type { AnyAnswer, Protocol, Turn, TurnInput } from "./protocol.ts";
import { createRun, type StreamedRun } from "./streamed-run.ts";
import { toAnswerTurn, toInputTurn, toPartialTurn } from "./to-turn.ts";
import { expectWithin } from "./expect-within.ts";
import { textOfItems } from "./text-of-items.ts";

/** How a conversation is held. */
export interface ConversationOptions<Item, Next, Answer, Event> {
  /** Asks the model: `next` goes into the request, the signal is for it. */
  readonly ask: (
    next: Next,
    options: { readonly signal: AbortSignal },
  ) => Asked<Event, Answer> | Promise<Asked<Event, Answer>>;
  /** What it begins with. Default: nothing. */
  readonly turns?: readonly Turn<Item>[] | undefined;
}

/** How to ask for one answer. */
export interface SendOptions {
  /** Ends the answer at once; what comes out is the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether an answer that fails or is left half-way stays in the conversation with the text that arrived, as does what
   * was said. Default: false, the conversation is as it was.
   */
  readonly keepPartial?: boolean | undefined;
}

/** A conversation as JSON. */
export interface ConversationJson<Item> {
  readonly version: 1;
  readonly protocol: string;
  readonly turns: readonly Turn<Item>[];
}

/**
 * A conversation. It has one thing to do at a time: what changes it while an answer or an update is under way throws
 * XaiOptionsError (`conversation_busy`).
 */
export interface Conversation<Item extends object, Next, Answer extends AnyAnswer, Event> {
  /** All turns so far, the oldest first; a new list after each change. */
  readonly turns: readonly Turn<Item>[];
  /** What the next request takes, with something new to say or not, for asking by yourself. */
  readonly next: (input?: TurnInput<Item>) => Next;
  /** Adds what is said without asking for an answer: a system message, results of calls. */
  readonly addInput: (input: TurnInput<Item>) => void;
  /** Adds an answer that you asked for yourself: whole, or what a fold came to. */
  readonly addAnswer: (answer: Answer) => void;
  /** Adds turns, such as those of a run of tools. */
  readonly add: (...turns: readonly Turn<Item>[]) => void;
  /** Says something and asks for the answer, which is added once it is whole. Nothing is sent before it is read. */
  readonly send: (input: TurnInput<Item>, options?: SendOptions) => StreamedRun<Event, Answer>;
  /** Asks again for the last answer, which the new one replaces once that is whole. */
  readonly retryLast: (options?: SendOptions) => StreamedRun<Event, Answer>;
  /** An independent copy, of the first `count` turns only if that is given. */
  readonly branch: (count?: number) => Conversation<Item, Next, Answer, Event>;
  /**
   * Replaces the turns by what is made of them, as {@link trimTurns} and {@link compactTurns} do. When that fails, they
   * stay.
   */
  readonly update: (
    make: (turns: readonly Turn<Item>[]) => readonly Turn<Item>[] | Promise<readonly Turn<Item>[]>,
  ) => Promise<void>;
  /** For `JSON.stringify`; {@link conversationFromJson} reads it. Settings and tools of the requests are not in it. */
  readonly toJSON: () => ConversationJson<Item>;
}

/**
 * Keeps the turns of a conversation for the next request. An answer that fails or is left leaves the conversation as it
 * was.
 *
 * @example
 * const conversation = createConversation(chatProtocol, {
 *   ask: async (next, options) =>
 *     foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
 * });
 * for await (const text of textOf(conversation.send("Why is the sky blue?"))) show(text);
 * await conversation.send("And at night?").final();
 */
export function createConversation<Item extends object, Next, Tool, Answer extends AnyAnswer, Event>(
  protocol: Protocol<Item, Next, Tool, Answer>,
  options: ConversationOptions<Item, Next, Answer, Event>,
): Conversation<Item, Next, Answer, Event> {
  const { ask } = options;
  let turns: readonly Turn<Item>[] = structuredClone(options.turns ?? []);
  let isBusy = false;

  const claim = (): void => {
    if (isBusy)
      throw new XaiOptionsError("The conversation is waiting for something else", "conversation_busy");
    isBusy = true;
  };
  const add = (...added: readonly Turn<Item>[]): void => {
    claim();
    isBusy = false;
    turns = [...turns, ...structuredClone(added)];
  };
  const answer = (
    toBase: () => readonly Turn<Item>[],
    { signal: outer, keepPartial }: SendOptions = {},
  ): StreamedRun<Event, Answer> =>
    createRun(async function* (context) {
      claim();
      const base = toBase();
      let partial: Answer | undefined;
      try {
        const { signal } = context;
        const whole = yield* askModel(
          async () => {
            const asked = await ask(protocol.next(base), { signal });
            if (keepPartial && isStream(asked)) partial = asked.snapshot;
            return asked;
          },
          context,
          (event) => event,
        );
        turns = [...base, toAnswerTurn(protocol, whole)];
        partial = undefined;
        return whole;
      } finally {
        const text = partial && textOfItems(protocol.itemsOf(partial));
        if (text) turns = [...base, toPartialTurn(text)];
        isBusy = false;
      }
    }, outer);

  return {
    get turns() {
      return turns;
    },
    next: (input) => protocol.next(input === undefined ? turns : [...turns, toInputTurn(input)]),
    addInput: (input) => add(toInputTurn(input)),
    addAnswer: (whole) => add(toAnswerTurn(protocol, whole)),
    add,
    send(input, how) {
      const turn = toInputTurn(input);
      return answer(() => [...turns, turn], how);
    },
    retryLast: (how) => answer(() => (turns.at(-1)?.kind === "answer" ? turns.slice(0, -1) : turns), how),
    branch(count = turns.length) {
      expectWithin("count", count, 0, turns.length);
      return createConversation(protocol, { ask, turns: turns.slice(0, count) });
    },
    async update(make) {
      claim();
      try {
        turns = structuredClone(await make(turns));
      } finally {
        isBusy = false;
      }
    },
    toJSON: () => ({ version: 1, protocol: protocol.name, turns }),
  };
}
