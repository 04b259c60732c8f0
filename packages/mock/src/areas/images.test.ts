import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, refusal } from "../../testing/ask.ts";
import { createMockXai } from "../index.ts";

const path = "/v1/images/generations";
const png = "\u0089PNG\r\n\u001a\n";

const draw = (body: object, mock = createMockXai()): Promise<Wire.GeneratedImageResponse> =>
  ask(mock, path, { prompt: "A fox", ...body });

function sizeOf(bytes: Uint8Array): [signature: string, width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [String.fromCharCode(...bytes.subarray(0, 8)), view.getUint32(16), view.getUint32(20)];
}

describe("simulated images", () => {
  it("stand at addresses that the simulator answers, without a key", async () => {
    const mock = createMockXai();
    const { data } = await draw({ n: 2, aspect_ratio: "16:9" }, mock);
    expect(new Set(data.map(({ url }) => url)).size).toBe(2);
    for (const { url, mime_type } of data) {
      const response = await createMockXai({ apiKey: "right" }).fetch(url ?? "");
      expect(response.headers.get("content-type")).toBe(mime_type);
      expect(sizeOf(new Uint8Array(await response.arrayBuffer()))).toEqual([png, 96, 54]);
    }
  });

  it("look the same whenever they are fetched, and each other than the next", async () => {
    const mock = createMockXai();
    const { data } = await draw({ n: 2 }, mock);
    const [one = "", other = ""] = data.map(({ url }) => url ?? "");
    const bytes = async (url: string): Promise<Uint8Array> =>
      new Uint8Array(await (await mock.fetch(url)).arrayBuffer());
    expect(await bytes(one)).toEqual(await bytes(one));
    expect(await bytes(one)).not.toEqual(await bytes(other));
  });

  it("come as base64 on request", async () => {
    const { data } = await draw({ response_format: "b64_json", aspect_ratio: "9:19.5" });
    const [image] = data;
    const bytes = Uint8Array.from(atob(image?.b64_json ?? ""), (character) => character.charCodeAt(0));
    expect(sizeOf(bytes)).toEqual([png, 44, 96]);
    expect(image?.url).toBeUndefined();
  });

  it.each([
    [{ n: 3 }, 600_000_000],
    [{ model: "grok-imagine-image-2.0", quality: "low" }, 200_000_000],
    [{ model: "grok-imagine-image-2.0", resolution: "2k" }, 700_000_000],
  ])("cost what the list of models says (%j)", async (body, ticks) => {
    expect((await draw(body)).usage?.cost_in_usd_ticks).toBe(ticks);
  });

  it("leave a file when they are to be stored", async () => {
    const mock = createMockXai();
    const { data } = await draw({ storage_options: { filename: "fox.png", expires_after: 3600 } }, mock);
    const id = data[0]?.file_output?.file_id ?? "";
    const file: Wire.File = await (await mock.fetch(`/v1/files/${id}`)).json();
    expect(file).toMatchObject({ filename: "fox.png", expires_at: expect.any(Number) });
    expect(file).not.toHaveProperty("public_url");
  });

  const image = { url: "https://media.example/fox.png" };
  it.each<[string, object, string]>([
    [path, { n: 11 }, "The field `n` is not valid: expected at most 10, got 11."],
    [path, { prompt: " " }, "The field `prompt` is empty."],
    [path, { model: "grok-4" }, "The model grok-4 does not make images: it is a language model."],
    [path, { quality: "low" }, "The model grok-imagine-image does not take the argument quality."],
    ["/v1/images/edits", {}, "The request needs one of `image` and `images`."],
    ["/v1/images/edits", { image, images: [image] }, "The request needs one of `image` and `images`."],
    ["/v1/images/edits", { images: [image, {}] }, "The field `images[1]` has no `url`."],
  ])("are not made at %s for %j", async (target, body, error) => {
    expect(await refusal(createMockXai(), target, { prompt: "A fox", ...body })).toMatchObject([
      400,
      { error },
    ]);
  });

  it("cannot be edited in a form, nor from a file that is not there", async () => {
    const form = new FormData();
    form.append("prompt", "A fox");
    const response = await createMockXai().fetch("/v1/images/edits", { method: "POST", body: form });
    expect(response.status).toBe(415);
    const body = { prompt: "A fox", image: { file_id: "file_0" } };
    expect((await refusal(createMockXai(), "/v1/images/edits", body))[0]).toBe(404);
  });
});
