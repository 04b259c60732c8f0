import { checkImageUrl } from "./check-image-url.ts";

/** @throws XaiOptionsError for a picture in a conversation that is a data URL of a type that the API rejects. */
export function checkShown(items: unknown): void {
  for (const item of [items].flat()) {
    const { content, output } = Object(item) as Record<"content" | "output", unknown>;
    for (const part of [content, output].flat()) {
      // A part of a chat has an object with the address, a part of a response the address itself.
      const { image_url: image } = Object(part) as { image_url?: unknown };
      const { url = image } = Object(image) as { url?: unknown };
      if (typeof url === "string") checkImageUrl(url);
    }
  }
}
