import { checkImageUrl } from "./check-image-url.ts";

interface Shown {
  content?: unknown;
  output?: unknown;
  image_url?: unknown;
  source?: { media_type?: string };
}

/** @throws XaiOptionsError for a picture in a conversation that travels with it and is of a type that the API rejects. */
export function checkShown(items: unknown): void {
  for (const item of [items].flat()) {
    const { content, output, image_url: image, source } = Object(item) as Shown;
    // A part of a chat has an object with the address, a part of a response the address itself.
    const { url = image } = Object(image) as { url?: unknown };
    if (typeof url === "string") checkImageUrl(url);
    if (source?.media_type) checkImageUrl(`data:${source.media_type};base64,`);
    if (content) checkShown(content);
    if (output) checkShown(output);
  }
}
