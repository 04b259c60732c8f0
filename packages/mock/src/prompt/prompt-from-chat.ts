import type { Wire } from "@xai-edge/core";
import { invalidArgument, RefusedRequest } from "../http/refused-request.ts";
import { effortOf } from "./check-prompt.ts";
import { requireModel } from "../models/require-model.ts";
import type { Prompt, PromptFormat, PromptFunction, Turn } from "./prompt.ts";
import { imagesOfContent, textOfContent } from "./read-content.ts";
import { readList, readRecord, readText } from "./read-record.ts";

/** Reads a chat request; throws what xAI answers when the model does not take what it asks. */
export function promptFromChat(request: Wire.ChatRequest): Prompt {
  const model = requireModel(request.model, "language");
  const tools = readList(request.tools).map(readRecord);
  if (
    request.search_parameters ||
    request.web_search_options ||
    tools.some(({ type }) => type === "live_search")
  ) {
    throw new RefusedRequest(410, {
      error: "Live Search is switched off: use the search tools of /v1/responses.",
    });
  }
  if (model.reasons) refuseForReasoning(request, model.wire.id);
  return {
    model,
    turns: turnsFromChat(request.messages),
    functions: tools.map(({ function: definition }) => toFunction(definition)),
    toolChoice: readToolChoice(request.tool_choice, tools.length > 0),
    parallelToolCalls: request.parallel_tool_calls ?? true,
    format: readFormat(request.response_format),
    effort: effortOf(model, request.reasoning_effort),
    maxTokens: request.max_completion_tokens ?? request.max_tokens ?? undefined,
    stop: request.stop ?? [],
    seed: request.seed ?? undefined,
  };
}

function refuseForReasoning(request: Wire.ChatRequest, id: string): void {
  for (const field of ["stop", "presence_penalty", "frequency_penalty"] as const) {
    if ((request[field] ?? undefined) === undefined) continue;
    throw invalidArgument(`The model ${id} reasons and does not take the argument ${field}.`);
  }
}

function turnsFromChat(messages: readonly unknown[]): Turn[] {
  const callNames = new Map<string, string>();
  return messages.map((message) => {
    const { role, content, name, tool_call_id: callId, tool_calls: calls } = readRecord(message);
    for (const call of readList(calls).map(readRecord)) {
      callNames.set(readText(call["id"]), readText(readRecord(call["function"])["name"]));
    }
    const text = [
      textOfContent(content),
      ...readList(calls).map((call) => JSON.stringify(readRecord(call)["function"])),
    ];
    const functionName = role === "function" ? readText(name) : callNames.get(readText(callId));
    return {
      role: role === "system" || role === "assistant" || role === "user" ? role : "tool",
      text: text.filter((part) => part !== "").join("\n"),
      images: imagesOfContent(content),
      ...(functionName === undefined ? {} : { functionName }),
    };
  });
}

function toFunction(definition: unknown): PromptFunction {
  const { name, description, parameters } = readRecord(definition);
  return { name: readText(name), description: readText(description), parameters };
}

function readToolChoice(choice: unknown, hasTools: boolean): Prompt["toolChoice"] {
  if (choice === "none" || choice === "required" || choice === "auto") return choice;
  const name = readText(readRecord(readRecord(choice)["function"])["name"]);
  if (name !== "") return { name };
  return hasTools ? "auto" : "none";
}

function readFormat(format: unknown): PromptFormat {
  const { type, json_schema: definition } = readRecord(format);
  if (type === "json_object") return { type };
  if (type !== "json_schema") return { type: "text" };
  return { type, schema: readRecord(definition)["schema"] };
}
