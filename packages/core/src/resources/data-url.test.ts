import { describe, expect, it } from "vitest";
import { toDataUrl } from "../index.ts";

const jpeg = new Uint8Array(100_000).map((_, at) => [0xff, 0xd8, 0xff][at] ?? at % 256);

describe("a data URL", () => {
  it("holds the bytes of an image under the type that they show", async () => {
    const url = await toDataUrl(new Blob([jpeg], { type: "image/png" }));
    expect(url).toMatch(/^data:image\/jpeg;base64,\/9j/);
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (char) => char.charCodeAt(0));
    expect(bytes).toEqual(jpeg);
    expect(await toDataUrl(jpeg)).toBe(url);
    expect(await toDataUrl(jpeg.buffer)).toBe(url);
  });

  it("is refused for any other kind of content", async () => {
    const pdf = new Blob(["%PDF-1.7"], { type: "image/png" });
    await expect(toDataUrl(pdf)).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: "Expected a JPEG, PNG or WebP image, got pdf",
    });
  });
});
