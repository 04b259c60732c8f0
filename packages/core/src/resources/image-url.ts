import type { ImageUrl } from "../generated/common.gen.ts";
import { type Binary, isBinary } from "./binary.ts";
import { checkImageUrl } from "./check-image-url.ts";
import { toDataUrl } from "./data-url.ts";

/** An image: its address or data URL, its content as a Blob, File or bytes, or a reference as the API takes it. */
export type ImageInput = string | Binary | ImageUrl;

/** The reference to an image as the API takes it. */
export async function toImageUrl(image: ImageInput): Promise<ImageUrl> {
  if (isBinary(image)) return { url: await toDataUrl(image) };
  const reference = typeof image === "string" ? { url: image } : image;
  checkImageUrl(reference.url);
  return reference;
}
