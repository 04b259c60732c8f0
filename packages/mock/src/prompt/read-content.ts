import { readList, readRecord, readText } from "./read-record.ts";

/** The text of a message's content, of which both APIs have a plain and a listed form. */
export function textOfContent(content: unknown): string {
  if (typeof content === "string") return content;
  return readList(content)
    .map((part) => readText(readRecord(part)["text"]))
    .filter((text) => text !== "")
    .join("\n");
}

/** The number of pictures in a message's content. */
export function imagesOfContent(content: unknown): number {
  return readList(content).filter((part) => {
    const { type } = readRecord(part);
    return type === "image_url" || type === "input_image";
  }).length;
}
