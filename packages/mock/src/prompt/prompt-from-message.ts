import type { Wire } from "@xai-edge/core";
import { invalidArgument } from "../http/refused-request.ts";
import { requireModel } from "../models/require-model.ts";
import { effortOf } from "./check-prompt.ts";
import type { Prompt, Turn } from "./prompt.ts";
import { textOfContent } from "./read-content.ts";
import { readList, readRecord, readText } from "./read-record.ts";

/** Reads a request in the shapes of Anthropic's API; throws what xAI answers when the model does not take what it asks. */
export function promptFromMessage(request: Wire.MessageRequest): Prompt {
  const model = requireModel(request.model, "language");
  if (model.reasons && request.stop_sequences?.length) {
    throw invalidArgument(
      `The model ${model.wire.id} reasons and does not take the argument stop_sequences.`,
    );
  }
  const functions = (request.tools ?? []).map(({ name, description, input_schema: parameters }) => ({
    name,
    description,
    parameters,
  }));
  const callNames = new Map<string, string>();
  return {
    model,
    turns: [
      ...(request.system
        ? [{ role: "system" as const, text: textOfContent(request.system), images: 0 }]
        : []),
      ...request.messages.flatMap(({ role, content }) => turnsOf(role, content, callNames)),
    ],
    functions,
    toolChoice: readToolChoice(request.tool_choice, functions.length > 0),
    parallelToolCalls: true,
    format: { type: "text" },
    effort: effortOf(model, undefined),
    maxTokens: request.max_tokens,
    stop: request.stop_sequences ?? [],
    seed: undefined,
  };
}

/** A message can hold results of tools next to what the user says: each is a turn of its own. */
function turnsOf(role: string, content: unknown, callNames: Map<string, string>): Turn[] {
  const blocks =
    typeof content === "string" ? [{ type: "text", text: content }] : readList(content).map(readRecord);
  const results: Turn[] = [];
  const texts: string[] = [];
  let images = 0;
  for (const block of blocks.map(readRecord)) {
    if (block["type"] === "text") texts.push(readText(block["text"]));
    if (block["type"] === "image") images += 1;
    if (block["type"] === "tool_use") {
      callNames.set(readText(block["id"]), readText(block["name"]));
      texts.push(`${readText(block["name"])} ${JSON.stringify(block["input"])}`);
    }
    if (block["type"] === "tool_result") {
      const functionName = callNames.get(readText(block["tool_use_id"]));
      results.push({
        role: "tool",
        text: textOfContent(block["content"]),
        images: readList(block["content"]).filter((part) => readRecord(part)["type"] === "image").length,
        ...(functionName === undefined ? {} : { functionName }),
      });
    }
  }
  if (texts.length === 0 && images === 0) return results;
  const speaker = role === "assistant" || role === "system" ? role : "user";
  return [...results, { role: speaker, text: texts.join("\n"), images }];
}

function readToolChoice(choice: unknown, hasTools: boolean): Prompt["toolChoice"] {
  const { type, name } = readRecord(choice);
  if (type === "any") return "required";
  if (type === "tool") return { name: readText(name) };
  return hasTools ? "auto" : "none";
}
