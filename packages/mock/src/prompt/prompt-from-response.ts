import type { Wire } from "@xai-edge/core";
import { invalidArgument, RefusedRequest } from "../http/refused-request.ts";
import { openSummary } from "../responses/sealed-summary.ts";
import { effortOf } from "./check-prompt.ts";
import { requireModel } from "../models/require-model.ts";
import type { Prompt, PromptFormat, Turn } from "./prompt.ts";
import { imagesOfContent, textOfContent } from "./read-content.ts";
import { readList, readRecord, readText } from "./read-record.ts";

/**
 * Reads a Responses request that goes on from the given items of earlier ones; throws what xAI answers when the model
 * does not take what it asks.
 */
export function promptFromResponse(request: Wire.ModelRequest, earlier: readonly unknown[]): Prompt {
  const model = requireModel(request.model, "language");
  if (request.search_parameters) {
    throw new RefusedRequest(410, {
      error: "Live Search is switched off: use the tools web_search and x_search.",
    });
  }
  if (request.background === true) throw invalidArgument("The API does not run responses in the background.");
  const functions = readList(request.tools)
    .map(readRecord)
    .filter(({ type }) => type === "function");
  return {
    model,
    turns: turnsFromItems([
      ...(request.instructions ? [{ role: "system", content: request.instructions }] : []),
      ...earlier,
      ...itemsOfInput(request.input),
    ]),
    functions: functions.map(({ name, description, parameters }) => ({
      name: readText(name),
      description: readText(description),
      parameters,
    })),
    toolChoice: readToolChoice(request.tool_choice, functions.length > 0),
    parallelToolCalls: request.parallel_tool_calls ?? true,
    format: readFormat(request.text),
    effort: effortOf(model, request.reasoning?.effort ?? request.reasoning_effort),
    maxTokens: request.max_output_tokens ?? undefined,
    stop: [],
    seed: undefined,
  };
}

/** The input as items: a plain text is a user's message. */
export function itemsOfInput(input: unknown): readonly unknown[] {
  return typeof input === "string" ? [{ role: "user", content: input }] : readList(input);
}

function turnsFromItems(items: readonly unknown[]): Turn[] {
  const callNames = new Map<string, string>();
  return items.map(readRecord).flatMap((item): Turn[] => {
    if (item["type"] === "function_call") {
      const name = readText(item["name"]);
      callNames.set(readText(item["call_id"]), name);
      return [{ role: "assistant", text: `${name} ${readText(item["arguments"])}`, images: 0 }];
    }
    if (item["type"] === "function_call_output") {
      const functionName = callNames.get(readText(item["call_id"]));
      return [
        {
          role: "tool",
          text: textOfContent(item["output"]),
          images: imagesOfContent(item["output"]),
          ...(functionName === undefined ? {} : { functionName }),
        },
      ];
    }
    if (item["type"] === "compaction") {
      return [{ role: "system", text: openSummary(readText(item["encrypted_content"])), images: 0 }];
    }
    if (item["role"] === undefined) return [];
    const role = item["role"] === "developer" ? "system" : item["role"];
    return [
      {
        role: role === "system" || role === "assistant" ? role : "user",
        text: textOfContent(item["content"]),
        images: imagesOfContent(item["content"]),
      },
    ];
  });
}

function readToolChoice(choice: unknown, hasFunctions: boolean): Prompt["toolChoice"] {
  if (!hasFunctions) return "none";
  if (choice === "none" || choice === "required") return choice;
  const { type, name } = readRecord(choice);
  return type === "function" ? { name: readText(name) } : "auto";
}

function readFormat(text: unknown): PromptFormat {
  const { type, schema } = readRecord(readRecord(text)["format"]);
  if (type === "json_object") return { type };
  return type === "json_schema" ? { type, schema } : { type: "text" };
}
