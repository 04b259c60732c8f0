import type { Wire } from "@xai-edge/core";
import { BatchRequestItem } from "@xai-edge/schema";
import { readRecord, readText } from "../prompt/read-record.ts";

const names: Readonly<Record<string, string>> = {
  "/v1/responses": "responses",
  "/v1/chat/completions": "chat_get_completion",
  "/v1/images/generations": "image_generation",
  "/v1/images/edits": "image_edit",
  "/v1/videos/generations": "video_generation",
  "/v1/videos/edits": "video_generation",
  "/v1/videos/extensions": "video_extension",
};

/**
 * Reads the lines of an input file, each a request as it would be added, or `{custom_id, url, body}` as OpenAI has it.
 * Throws with the number of the first line that is neither.
 */
export function readLines(text: string): Wire.BatchRequestItem[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const item = BatchRequestItem.safeParse(toItem(parse(line)));
    if (!item.success) throw new SyntaxError(`Line ${index + 1} of the input file is no request.`);
    return [item.data];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function toItem(line: unknown): unknown {
  const { custom_id, url, body } = readRecord(line);
  const name = names[readText(url)];
  return name === undefined ? line : { batch_request_id: custom_id, batch_request: { [name]: body } };
}
