import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Turn } from "./protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";
import { trimTurns } from "./trim-turns.ts";

type Item = Record<string, unknown>;
const input = (...items: Item[]): Turn<Item> => ({ kind: "input", items });
const answer = (id: string, ...items: Item[]): Turn<Item> => ({ kind: "answer", items, id });
const user = (content: string): Item => ({ role: "user", content });
const said = (content: string): Item => ({ role: "assistant", content });
const count = (): number => 1;

const turns = [
  input({ role: "system", content: "Be brief." }),
  input(user("1")),
  answer("a1", said("one")),
  input(user("2")),
  answer("a2", said("two")),
  input(user("3")),
];

describe("trimming a conversation", () => {
  it("leaves out the oldest, keeps system messages, and begins with what the user said", async () => {
    const trimmed = await trimTurns(turns, { maxTokens: 4, count });
    expect(itemsOfTurns(trimmed)).toEqual([
      { role: "system", content: "Be brief." },
      user("2"),
      said("two"),
      user("3"),
    ]);
    // With room for an answer, but not for its question.
    const shorter = await trimTurns(turns, { maxTokens: 3, count });
    expect(itemsOfTurns(shorter)).toEqual([{ role: "system", content: "Be brief." }, user("3")]);
  });

  it("that fits changes nothing, not even the ids", async () => {
    expect(await trimTurns(turns, { maxTokens: 6, count })).toBe(turns);
    expect(await trimTurns([], { maxTokens: 0, count })).toEqual([]);
  });

  it("takes the ids away where something is left out", async () => {
    for (const turn of await trimTurns(turns, { maxTokens: 4, count })) expect(turn).not.toHaveProperty("id");
  });

  it("says how much is needed when what has to stay does not fit", async () => {
    await expect(trimTurns(turns, { maxTokens: 1, count })).rejects.toMatchObject({
      kind: "options",
      code: "too_few_tokens",
      message: "Expected maxTokens for what has to stay, 2 or more, got 1",
    });
  });

  it("counts with what it is given, the newest first, and not what will not stay anyway", async () => {
    const counted: unknown[] = [];
    const long = Array.from({ length: 100 }, (_, at) => input(user(String(at))));
    await trimTurns(long, {
      maxTokens: 10,
      count: async (item) => {
        counted.push(item["content"]);
        return 4;
      },
    });
    expect(counted).toEqual(["99", "98", "97"]);
  });

  it("keeps a call with its result and the reasoning before it, over responses", async () => {
    const items: Item[] = [
      { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "eA==" },
      { type: "function_call", call_id: "c1", name: "f", arguments: "{}" },
    ];
    const steps = [
      input(user("1")),
      answer("a1", ...items),
      input({ type: "function_call_output", call_id: "c1", output: "1" }),
      answer("a2", { type: "function_call", call_id: "c2", name: "f", arguments: "{}" }),
      input({ type: "function_call_output", call_id: "c2", output: "2" }),
    ];
    expect(itemsOfTurns(await trimTurns(steps, { maxTokens: 5, count }))).toEqual([
      user("1"),
      { type: "function_call", call_id: "c2", name: "f", arguments: "{}" },
      { type: "function_call_output", call_id: "c2", output: "2" },
    ]);
  });

  it("keeps what the developer says", async () => {
    const developer = { role: "developer", content: "Be brief." };
    const trimmed = await trimTurns([input(developer), ...turns.slice(1)], { maxTokens: 2, count });
    expect(itemsOfTurns(trimmed)).toEqual([developer, user("3")]);
  });

  it("keeps a compaction", async () => {
    const compacted = [input({ type: "compaction", encrypted_content: "eA==" }), ...turns.slice(1)];
    const trimmed = await trimTurns(compacted, { maxTokens: 2, count });
    expect(itemsOfTurns(trimmed)).toEqual([{ type: "compaction", encrypted_content: "eA==" }, user("3")]);
  });
});

/** A conversation in one of the three protocols, with calls that are answered later, or all at once. */
const protocols = ["chat", "responses", "messages"] as const;
type Step = "user" | "answer" | "calls" | "system";
const steps = fc.array(fc.constantFrom<Step>("user", "answer", "calls", "system"), { maxLength: 14 });

function conversationOf(
  protocol: (typeof protocols)[number],
  made: readonly Step[],
  isFlat: boolean,
): Turn<Item>[] {
  const all = made.flatMap((step, at): Turn<Item>[] => {
    const id = `${at}`;
    const [one, two] = [`call_${at}a`, `call_${at}b`];
    if (step === "system") return [input({ role: "system", content: id })];
    if (step === "user") return [input(user(id))];
    if (step === "answer") return [answer(id, said(id))];
    if (protocol === "chat") {
      const calls = [one, two].map((call) => ({ id: call, function: { name: "f", arguments: "{}" } }));
      const results = [one, two].map((call) => ({ role: "tool", tool_call_id: call, content: id }));
      return [answer(id, { role: "assistant", tool_calls: calls }), input(...results)];
    }
    if (protocol === "responses") {
      const calls = [one, two].map((call) => ({ type: "function_call", call_id: call }));
      const results = [one, two].map((call) => ({ type: "function_call_output", call_id: call }));
      return [answer(id, { type: "reasoning", id }, ...calls), input(...results)];
    }
    const calls = [one, two].map((call) => ({ type: "tool_use", id: call }));
    const results = [one, two].map((call) => ({ type: "tool_result", tool_use_id: call }));
    return [
      answer(id, { role: "assistant", content: [{ type: "text", text: id }, ...calls] }),
      input({ role: "user", content: results }),
    ];
  });
  return isFlat ? [input(...itemsOfTurns(all))] : all;
}

describe("a trimmed conversation", () => {
  it("has with each call its result, and the other way round; its order; all system messages; and fits", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...protocols),
        steps,
        fc.boolean(),
        fc.integer({ min: 0, max: 25 }),
        async (protocol, made, isFlat, maxTokens) => {
          const before = conversationOf(protocol, made, isFlat);
          const items = itemsOfTurns(before);
          const trimmed = await trimTurns(before, { maxTokens, count }).catch((reason: unknown) => {
            if (Object(reason).code !== "too_few_tokens") throw reason;
          });
          fc.pre(trimmed !== undefined);
          const after = itemsOfTurns(trimmed);
          expect(after.length).toBeLessThanOrEqual(maxTokens);
          expect(items.filter((item) => after.includes(item))).toEqual(after);
          const isSystem = ({ role }: Item): boolean => role === "system";
          expect(after.filter(isSystem)).toEqual(items.filter(isSystem));
          const ids = JSON.stringify(after).match(/call_\d+[ab]/g) ?? [];
          for (const id of ids) expect(ids.filter((other) => other === id)).toHaveLength(2);
          const isSaid = ({ role, content }: Item): boolean => role === "user" && typeof content === "string";
          const firsts = [items, after].map((list) => list.filter((item) => !isSystem(item)));
          const [all = [], kept = []] = firsts;
          const saidBefore = all.filter(isSaid).at(-1);
          expect(kept.length === all.length || saidBefore === undefined || kept.some(isSaid)).toBe(true);
          expect(kept.length === all.length || saidBefore === undefined || isSaid(kept[0] ?? {})).toBe(true);
          expect(kept.at(-1)).toBe(all.at(-1));
        },
      ),
      { numRuns: 400 },
    );
  });
});
