import { cutAtRandom, cutEverywhere, streamBytes } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { readMultipart } from "./read-multipart.ts";

const boundary = "----edge";
const encoder = new TextEncoder();
// Bytes that look like a boundary for a while, or like the end of a head.
const tricky = "\r\n------edg\r\n\r\n--\r\n----edge";
const form = encoder.encode(
  [
    `preamble\r\n--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nassistants`,
    `\r\n--${boundary}  \r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="a%22b"; filename="ä.txt"\r\n\r\n${tricky}`,
    `\r\n--${boundary}\r\nContent-Disposition: form-data; name=empty; filename=""\r\n\r\n`,
    `\r\n--${boundary}--\r\nepilogue`,
  ].join(""),
);
const expected = [
  [{ name: "purpose", filename: undefined, type: undefined }, "assistants"],
  [{ name: 'a"b', filename: "ä.txt", type: "text/plain" }, tricky],
  [{ name: "empty", filename: "", type: undefined }, ""],
];

async function read(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<unknown[]> {
  const parts: [unknown, string][] = [];
  const decoder = new TextDecoder();
  for await (const piece of readMultipart(streamBytes(pieces), boundary)) {
    if (piece.kind === "part") parts.push([piece.head, ""]);
    const last = parts.at(-1);
    if (piece.kind === "bytes" && last) last[1] += decoder.decode(piece.bytes);
  }
  return parts;
}

describe("a multipart form", () => {
  it("is read alike however it is cut", async () => {
    expect(await read([form])).toEqual(expected);
    expect(await read(cutEverywhere(form))).toEqual(expected);
    for (let seed = 0; seed < 50; seed += 1)
      expect(await read(cutAtRandom(form, seed, 12))).toEqual(expected);
  });

  it.each([
    ["that ends early", form.slice(0, -20), "it ends before its last boundary"],
    ["with a part that has no name", encoder.encode(`--${boundary}\r\nx: y\r\n\r\n`), "a part has no name"],
    [
      "with an endless head",
      encoder.encode(`--${boundary}\r\n${"x".repeat(20_000)}`),
      "the head of a part is too long",
    ],
  ])("%s is refused", async (_, bytes, reason) => {
    await expect(read([bytes])).rejects.toThrow(reason);
  });

  it("is not read further than it is wanted", async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(form.slice(0, -20)),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const _ of readMultipart(endless, boundary)) break;
    expect(isCancelled).toBe(true);
  });
});
