import type { ImageUrl } from "../generated/common.gen.ts";
import { expect } from "../http/expect.ts";
import { type Binary, isBinary } from "./binary.ts";
import { toDataUrl } from "./data-url.ts";

/** An image: its address or data URL, its content as a Blob, File or bytes, or a reference as the API takes it. */
export type ImageInput = string | Binary | ImageUrl;

/** The reference to an image as the API takes it. */
export async function toImageUrl(image: ImageInput): Promise<ImageUrl> {
  if (isBinary(image)) return { url: await toDataUrl(image) };
  const reference = typeof image === "string" ? { url: image } : image;
  const { url = "" } = reference;
  expect(
    !/^data:(?!image\/(jpe?g|png|webp);base64,)/i.test(url),
    `a JPEG, PNG or WebP image in base64, got ${url.slice(0, 32)}`,
  );
  return reference;
}
