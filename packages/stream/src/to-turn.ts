import type { AnyAnswer, Protocol, Turn, TurnInput } from "./protocol.ts";

/** What is said to a model as a turn; a text is what the user says. */
export function toInputTurn<Item extends object>(input: TurnInput<Item>): Turn<Item> {
  const said: unknown = typeof input === "string" ? { role: "user", content: input } : input;
  const items: unknown = Array.isArray(said) ? said : [said];
  // All three protocols write what a user says alike.
  return { kind: "input", items: structuredClone(items) as Item[] };
}

/** An answer as a turn. */
export function toAnswerTurn<Item extends object, Next, Tool, Answer extends AnyAnswer>(
  protocol: Protocol<Item, Next, Tool, Answer>,
  answer: Answer,
): Turn<Item> {
  return { kind: "answer", items: structuredClone(protocol.itemsOf(answer)), id: answer.id };
}

/** The words that arrived of an answer as a turn; what else it had cannot go back to the model in part. */
export function toPartialTurn<Item extends object>(text: string): Turn<Item> {
  const message: unknown = { role: "assistant", content: text };
  return { kind: "answer", items: [message as Item] };
}

/** What turns are made of, in order. */
export function itemsOfTurns<Item>(turns: readonly Turn<Item>[]): Item[] {
  return turns.flatMap(({ items }) => items);
}
