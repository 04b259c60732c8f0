import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

const item = (id: string): object => ({ id, type: "message", role: "user", content: id });

describe("a stored response", () => {
  it("that failed is retrieved like any other", async () => {
    const failed = { id: "r1", object: "response", status: "failed", error: { message: "no" }, output: [] };
    const server = await misbehave([{ json: failed }]);
    expect(await createXai({ baseURL: server.url }).responses.retrieve("r1")).toEqual(failed);
  });

  it("is known to be deleted also when the server says nothing", async () => {
    const server = await misbehave([{ status: 204 }]);
    expect(await createXai({ baseURL: server.url }).responses.delete("r1")).toEqual({
      id: "r1",
      object: "response",
      deleted: true,
    });
  });

  it("tells all items of its input, page by page, each page after the last item of the one before", async () => {
    const server = await misbehave(
      [
        { json: { object: "list", data: [item("a"), item("b")], has_more: true, last_id: "b" } },
        { json: { object: "list", data: [item("c")], has_more: true } },
        { json: { object: "list", data: [item("d")], has_more: false, last_id: "d" } },
      ],
      { once: true },
    );
    const { inputItems } = createXai({ baseURL: server.url }).responses;
    const ids: string[] = [];
    for await (const { id } of inputItems.list("r1", { limit: 2, after: "0" })) ids.push(id);
    expect(ids).toEqual(["a", "b", "c", "d"]);
    expect((await server.requests()).map(({ path }) => path)).toEqual(
      ["0", "b", "c"].map((after) => `/responses/r1/input_items?limit=2&after=${after}`),
    );
  });

  it("has a first page of input, which a promise gives", async () => {
    const page = { object: "list", data: [item("a")], has_more: true, last_id: "a" };
    const server = await misbehave([{ json: page }], { once: true });
    const { inputItems } = createXai({ baseURL: server.url }).responses;
    expect(await inputItems.list("r1")).toEqual(page);
    expect((await server.requests()).map(({ path }) => path)).toEqual(["/responses/r1/input_items"]);
  });

  it("whose page says that there is more and names no item is not asked for ever", async () => {
    const server = await misbehave([{ json: { object: "list", data: [], has_more: true } }]);
    const { inputItems } = createXai({ baseURL: server.url }).responses;
    for await (const _ of inputItems.list("r1")) throw new Error("no item expected");
    expect((await server.requests()).length).toBe(1);
  });
});
