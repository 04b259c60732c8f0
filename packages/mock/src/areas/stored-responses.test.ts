import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents } from "../../testing/ask.ts";
import { createMockXai, type MockXai } from "../index.ts";

const path = "/v1/responses";
const create = (mock: MockXai, body: Partial<Wire.ModelRequest>): Promise<Wire.ModelResponse> =>
  ask(mock, path, { model: "grok-3", ...body });

async function get<Answer>(mock: MockXai, rest: string): Promise<Answer> {
  return (await mock.fetch(`https://api.x.ai${path}/${rest}`)).json();
}

const status = async (mock: MockXai, id: string, method = "GET"): Promise<number> =>
  (await mock.fetch(`https://api.x.ai${path}/${id}`, { method })).status;

describe("a stored response of the simulator", () => {
  it("can be fetched as it was answered, whole or streamed, and deleted", async () => {
    const mock = createMockXai();
    const whole = await create(mock, { input: "Hello" });
    expect(await get(mock, whole.id)).toEqual(whole);
    const events = await askEvents<Wire.ResponseStreamEvent>(mock, path, { model: "grok-3", input: "Hello" });
    const last = events.at(-1);
    if (last?.type !== "response.completed") throw new Error("Expected a whole stream");
    const { response } = last;
    expect(await get(mock, response.id)).toEqual(response);
    expect(await status(mock, whole.id, "DELETE")).toBe(200);
    expect(await status(mock, whole.id, "DELETE")).toBe(404);
    expect(await status(mock, whole.id)).toBe(404);
  });

  it("is not there when the request says so, and after 30 days", async () => {
    let now = 0;
    const mock = createMockXai({ now: () => now });
    expect(await status(mock, (await create(mock, { input: "Hello", store: false })).id)).toBe(404);
    const { id } = await create(mock, { input: "Hello" });
    now = 30 * 86_400_000 - 1;
    expect(await status(mock, id)).toBe(200);
    now += 1;
    expect(await status(mock, id)).toBe(404);
  });

  it("lists what it was given, what was said before included, page by page", async () => {
    const mock = createMockXai({ answer: () => "Hello there" });
    const first = await create(mock, { input: "Hello", instructions: "Be brief" });
    const { id } = await create(mock, { input: "Go on", previous_response_id: first.id });
    const list = (query: string): Promise<Wire.ListInputItemsResponse> =>
      get(mock, `${id}/input_items?${query}`);
    const all = await list("");
    expect(all).toMatchObject({ object: "list", has_more: false });
    expect(all.data).toMatchObject([
      { role: "system", content: "Be brief" },
      { role: "user", content: "Hello" },
      { type: "message", role: "assistant", id: `msg_${first.id}` },
      { role: "user", content: "Go on" },
    ]);
    const one = await list("limit=3");
    expect(one).toEqual({ ...all, data: all.data.slice(0, 3), has_more: true, last_id: all.data[2]?.id });
    expect((await list(`limit=3&after=${one.last_id ?? ""}`)).data).toEqual(all.data.slice(3));
    expect((await list("order=desc")).data).toEqual(all.data.toReversed());
    expect(await status(mock, `${id}/input_items?after=nothing`)).toBe(400);
  });
});

describe("a compaction of the simulator", () => {
  it("begins a conversation that knows what was said", async () => {
    const asked: string[] = [];
    const mock = createMockXai({
      answer: ({ body }) => {
        asked.push(JSON.stringify(body));
        return undefined;
      },
    });
    const { output, usage } = await ask<Wire.CompactResponse>(mock, `${path}/compact`, {
      model: "grok-3",
      input: [
        { role: "user", content: `My name is Ada. ${"I like long numbers. ".repeat(200)}` },
        { role: "assistant", content: "Hello Ada" },
      ],
    });
    expect(output).toMatchObject([{ type: "compaction", id: expect.stringMatching(/^cmp_/) }]);
    expect(usage?.input_tokens).toBeGreaterThan(10 * (usage?.output_tokens ?? Infinity));
    const plain = await create(mock, { input: "Who am I?" });
    const continued = await create(mock, { input: [...output, { role: "user", content: "Who am I?" }] });
    expect(continued.usage?.input_tokens).toBeGreaterThan(plain.usage?.input_tokens ?? Infinity);
    expect(asked).toHaveLength(2);
  });
});
