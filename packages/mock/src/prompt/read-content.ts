import { invalidArgument } from "../http/refused-request.ts";
import { readList, readRecord, readText } from "./read-record.ts";

/** The text of a message's content, of which both APIs have a plain and a listed form. */
export function textOfContent(content: unknown): string {
  if (typeof content === "string") return content;
  return readList(content)
    .map((part) => readText(readRecord(part)["text"]))
    .filter((text) => text !== "")
    .join("\n");
}

/** The number of pictures in a message's content; throws xAI's 400 for a data URL of a type that it rejects. */
export function imagesOfContent(content: unknown): number {
  return readList(content).filter((part) => {
    const { type, image_url: image } = readRecord(part);
    const url = readText(image) || readText(readRecord(image)["url"]);
    if (/^data:(?!image\/(jpe?g|png|webp);base64,)/i.test(url)) {
      throw invalidArgument(
        `Expected an image of type image/jpeg, image/png or image/webp, got ${url.slice(0, 32)}`,
      );
    }
    return type === "image_url" || type === "input_image";
  }).length;
}
