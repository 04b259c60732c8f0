import * as shapes from "@xai-edge/schema/shapes";
import { describe, expect, it } from "vitest";
import { apiRoutes } from "../routes/route-table.ts";
import { idsInBody, itemContents } from "./ids-in-body.ts";
import type { OwnedId } from "./owned-id.ts";
import type { Fields } from "./parse-json.ts";

type Shape = shapes.Shape;

const strict = { allowUnknownFields: false };
const found = (body: Fields, rules = strict): readonly OwnedId[] => idsInBody(body, rules);
const inItem = (item: Fields): Fields => ({ model: "grok-4", input: [item] });
const withTool = (tool: Fields): Fields => ({ model: "grok-4", input: "hi", tools: [tool] });

/** What the proxy makes of an id in each place of a request that may carry one; `opaque` is a place for anything that nobody looks into. */
const decisions: Readonly<Record<string, "file" | "voice" | "response" | "refused" | "harmless" | "opaque">> =
  {
    context_management: "refused",
    "image.file_id": "file",
    "images.file_id": "file",
    "input.arguments": "refused",
    "input.call_id": "harmless",
    "input.content.file_id": "file",
    "input.id": "harmless",
    "input.output.file_id": "file",
    "input.results.file_id": "file",
    "input.tools": "refused",
    "keyframes.image.file_id": "file",
    "last_frame.file_id": "file",
    logit_bias: "opaque",
    "messages.content.cache_control": "refused",
    "messages.content.file.file_id": "file",
    "messages.content.id": "harmless",
    "messages.content.image_url.file_id": "file",
    "messages.content.input": "opaque",
    "messages.content.tool_use_id": "harmless",
    "messages.tool_call_id": "harmless",
    "messages.tool_calls.id": "harmless",
    metadata: "opaque",
    "metadata.user_id": "harmless",
    previous_response_id: "response",
    "reference_audios.voice_id": "voice",
    "reference_images.file_id": "file",
    replace: "opaque",
    "response_format.json_schema.schema": "opaque",
    "session.replace": "opaque",
    "session.metadata": "opaque",
    "session.tools": "refused",
    "session.voice": "voice",
    "system.cache_control": "refused",
    "text.format.schema": "opaque",
    "tools.cache_control": "refused",
    "tools.connector_id": "refused",
    "tools.container": "refused",
    "tools.filters": "refused",
    "tools.function.parameters": "opaque",
    "tools.headers": "opaque",
    "tools.input_schema.$defs": "opaque",
    "tools.input_schema.additionalProperties": "opaque",
    "tools.input_schema.properties": "opaque",
    "tools.parameters": "opaque",
    "tools.ranking_options": "refused",
    "tools.vector_store_ids": "refused",
    "video.file_id": "file",
    voice_id: "voice",
    "web_search_options.filters": "refused",
    "web_search_options.user_location": "refused",
  };

/** Adds each place of a shape that is named like an id, or takes anything. */
function placesIn(shape: Shape, place: string, places: Set<string>): void {
  if (shape === "*") places.add(place);
  if (typeof shape === "string") return;
  if (isList(shape)) {
    const [kind] = shape;
    if (kind === "record") places.add(place);
    else if (kind === "union") for (const one of shape[2]) placesIn(one, place, places);
    else if (kind === "all") for (const one of shape[1]) placesIn(one, place, places);
    else if (kind === "array" || kind === "?" || kind === "~") placesIn(shape[1], place, places);
    return;
  }
  for (const [name, of] of Object.entries(shape)) {
    const field = name.replace(/\?+$/, "");
    const at = place === "" ? field : `${place}.${field}`;
    if (/^(?:\w+_)?ids?$|^(?:voice|container)$/.test(field)) places.add(at);
    else placesIn(of, at, places);
  }
}

function isList(shape: Shape): shape is Extract<Shape, readonly unknown[]> {
  return Array.isArray(shape);
}

const requests = apiRoutes.flatMap(({ operation }) => {
  const { request } = operation ?? {};
  return request === undefined ? [] : ["json" in request ? request.json : request.multipart];
});

describe("every place of a request that is named like an id, or takes anything,", () => {
  const places = new Set<string>();
  for (const shape of [...requests, shapes.CreateClientSecretRequest]) placesIn(shape, "", places);

  it("has a decision", () => {
    expect([...places].toSorted()).toEqual(Object.keys(decisions).toSorted());
  });

  it.each(Object.entries(decisions))("%s is held to it: %s", (place, decision) => {
    expect(madeOf(place)).toBe(decision === "harmless" || decision === "opaque" ? undefined : decision);
  });
});

/** What becomes of an id in a place: its kind, `refused`, or nothing. */
function madeOf(place: string): string | undefined {
  const isNamed = /(?:id|ids|voice|container)$/.test(place);
  try {
    return found(bodyWith(place, isNamed ? "x_1" : { other_id: "x_1" }))[0]?.kind;
  } catch (error) {
    if (String(error).includes(place)) return "refused";
    throw error;
  }
}

/** What has to stand beside an id for it to be one of that place. */
const beside: Readonly<Record<string, Fields>> = {
  input: { type: "reasoning", encrypted_content: "eA==" },
  "messages.content": { type: "tool_use" },
};

function bodyWith(place: string, value: unknown, parent = ""): Fields {
  const [field = "", ...rest] = place.split(".");
  const at = parent === "" ? field : `${parent}.${field}`;
  const inner = rest.length === 0 ? value : bodyWith(rest.join("."), value, at);
  return { ...beside[parent], [field]: inner };
}

describe("items of a conversation", () => {
  it("are of every type that the API's schema knows", () => {
    const types = new Set(
      JSON.stringify(shapes.CompactRequest).match(/"type\?{0,2}":\["=","\w+_(?:call|output)"/g),
    );
    expect(types.size).toBeGreaterThan(10);
    for (const type of types) expect(Object.keys(itemContents)).toContain(/(\w+)"$/.exec(type)?.[1]);
    expect(Object.keys(itemContents)).toEqual(expect.arrayContaining(["message", "reasoning", "compaction"]));
  });

  it("of another type are refused by name, unless new ones may pass, and then without an id", () => {
    for (const type of ["item_reference", "Item_Reference", "response_reference", 5, {}, ["message"]]) {
      expect(() => found(inItem({ type, id: "msg_1" }))).toThrow("Expected input.type");
      expect(() => found(inItem({ type, id: "msg_1" }), { allowUnknownFields: true })).toThrow("input.id");
      expect(found(inItem({ type, text: "x" }), { allowUnknownFields: true })).toEqual([]);
    }
  });

  it.each([
    { type: "message", role: "assistant", content: [{ type: "output_text", text: "Hello" }] },
    { role: "assistant", content: "Hello" },
    { type: "reasoning", summary: [], encrypted_content: "eA==" },
    { type: "function_call", call_id: "call_1", name: "weather", arguments: '{"file_id":"x"}' },
    { type: "custom_tool_call", call_id: "", name: "x_keyword_search", input: "{}" },
    { type: "web_search_call", status: "completed", action: { type: "search", query: "tides" } },
    { type: "code_interpreter_call", code: "1", outputs: [{ type: "logs", logs: "1" }] },
    { type: "image_generation_call", result: "aGk=" },
    { type: "compaction", encrypted_content: "eA==" },
    { type: "tool_search_output", call_id: "call_1", tools: [] },
  ])("keep their id when they come with what they say: %o", (item) => {
    const body = inItem({ ...item, id: "any_1" });
    expect(found(body)).toEqual([]);
    expect(body).toEqual(inItem({ ...item, id: "any_1" }));
  });

  it.each([
    { type: "message", role: "assistant", content: [] },
    { type: "reasoning", summary: [{ type: "summary_text", text: "Thinking" }] },
    { type: "reasoning", summary: [], encrypted_content: null },
    { type: "image_generation_call", prompt: "A fox", result: "" },
    { type: "code_interpreter_call" },
    { type: "file_search_call", queries: ["tides"], results: [] },
  ])("lose their id when it could only name what is stored: %o", (item) => {
    const body = inItem({ ...item, id: "any_1" });
    expect(found(body)).toEqual([]);
    expect(body).toEqual(inItem(item));
  });

  it("may cite in what they carry back, but name nothing", () => {
    const annotations = [{ type: "url_citation", url: "https://example.com", title: "1", start_index: 0 }];
    const part = { type: "output_text", text: "Hello", annotations };
    expect(found(inItem({ type: "message", content: [part] }))).toEqual([]);
    for (const more of [
      { container_id: "cntr_1" },
      { files: ["file_1"] },
      { files: [{ id: "file_1" }] },
      { videoId: "video_1" },
      { conversation: "conv_1" },
      { conversation: { id: "conv_1" } },
      { vector_store_ids: [] },
      { prompt: { id: "prompt_1" } },
      { caller: { id: 5 } },
      { skill_id: [["skill_1", 5]] },
      { voice: 5 },
    ]) {
      const [field = ""] = Object.keys(more);
      const place = `input.content.${field}`;
      expect(() => found(inItem({ type: "message", content: [{ ...part, ...more }] })), place).toThrow(place);
    }
  });
});

describe("a field that is named like an id", () => {
  it("stands for what its name says, however it is spelled", () => {
    expect(
      found({ a: { imageFileId: "1", FILE_IDS: [["2"]], file: { id: "3" }, voice: { id: "4" } } }),
    ).toEqual([
      { kind: "file", id: "1" },
      { kind: "file", id: "2" },
      { kind: "file", id: "3" },
      { kind: "voice", id: "4" },
    ]);
  });

  it("is refused, and named, where nobody keeps account of whose it is", () => {
    const bare = { ...strict, ownership: false };
    expect(() => found({ images: [{ file_id: "file_1" }] }, bare)).toThrow(
      "This use of images.file_id needs OWNERSHIP, which is off",
    );
    expect(() => found({ "a b": { voice: "mine" } }, bare)).toThrow("This use of a field of the request");
    expect(found({ voice: "eve", previous_response_id: null }, bare)).toEqual([]);
  });

  it("is refused where nobody can own what it names, and named in the refusal", () => {
    expect(() => found({ context_management: [{ type: "x", item_id: "a" }] })).toThrow(
      "There is nothing of yours that context_management.item_id could name.",
    );
    expect(() => found({ file_id: { id: "a" } })).toThrow("file_id.id");
    expect(() => found({ file_id: 5 })).toThrow("file_id");
    const own = { "a b": { item_id: "x" } };
    expect(() => found(own)).toThrow("There is nothing of yours that a field of the request could name.");
  });

  it("of a prototype's is no surprise", () => {
    expect(found({ toString: "a", constructor: "b", paid: "c", valid: "d", grid: ["e"] })).toEqual([]);
    expect(() => found(inItem({ type: "constructor", id: "a" }))).toThrow("Expected input.type");
  });
});

describe("a container", () => {
  it.each([undefined, null, { type: "auto" }])("passes when the API makes it: %o", (container) => {
    expect(found(withTool({ type: "code_interpreter", container }))).toEqual([]);
  });

  it.each([
    "cntr_1",
    ["cntr_1"],
    {},
    { type: "reference", name: "cntr_1" },
    { type: "auto", id: "cntr_1" },
    5,
  ])("is refused when it could be one that is there: %o", (container) => {
    expect(() => found(withTool({ type: "code_interpreter", container }))).toThrow("tools.container");
  });

  it("may be given files that are the caller's own", () => {
    expect(found(withTool({ container: { type: "auto", file_ids: ["file_1"] } }))).toEqual([
      { kind: "file", id: "file_1" },
    ]);
  });
});

describe("what means something else in its own place", () => {
  it("is looked into everywhere else", () => {
    for (const field of ["parameters", "schema", "metadata", "arguments", "replace", "headers", "input"]) {
      expect(() => found({ other: { [field]: { item_id: "a" } } })).toThrow(`other.${field}.item_id`);
      expect(() => found(inItem({ type: "message", [field]: { item_id: "a" } }))).toThrow(
        `input.${field}.item_id`,
      );
    }
  });
});
