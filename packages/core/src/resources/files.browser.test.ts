import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

describe("a stream that a page has to read whole before it can be uploaded", () => {
  it("is given up, and nothing sent, once it is larger than the API takes", async () => {
    let read = 0;
    let left = false;
    async function* endless(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      try {
        for (; read < 100; read++) yield new Uint8Array(1_000_000);
      } finally {
        left = true;
      }
    }
    let sent = 0;
    const fetch = async (): Promise<Response> => {
      sent++;
      return Response.json({ id: "f" });
    };
    const xai = createXai({ baseURL: "http://127.0.0.1:9/v1", fetch });
    await expect(xai.files.create({ file: endless() })).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: "Expected a file of at most 50 MB, got 51000000 bytes",
    });
    expect([read, left, sent]).toEqual([50, true, 0]);
  });
});
