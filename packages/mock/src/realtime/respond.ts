import { chooseCalls } from "../answer/choose-calls.ts";
import type { Answer } from "../answer/answer.ts";
import { toGeneration, type GeneratedCall } from "../answer/generation.ts";
import { toOneLine } from "../answer/quote.ts";
import { createPace, type PaceOptions } from "../http/pace.ts";
import { toBase64 } from "../media/base64.ts";
import { readList, readRecord, readText } from "../prompt/read-record.ts";
import type { Prompt, PromptFunction, Turn } from "../prompt/prompt.ts";
import { createRandom } from "../random.ts";
import type { Simulation } from "../simulation.ts";
import type { Speech } from "./realtime-audio.ts";

/** One response, and where it goes. */
export interface RespondOptions {
  readonly simulation: Simulation;
  readonly model: string;
  readonly pace: PaceOptions;
  readonly turns: readonly Turn[];
  /** The session's settings, with what this response wants otherwise. */
  readonly settings: Fields;
  /** The `response` of the client's event. */
  readonly asked: Fields;
  readonly speech: Speech;
  /** Seconds of the client's sound that no response has been billed for. */
  readonly heardSeconds: number;
  readonly id: (prefix: string) => string;
  readonly send: (event: Fields) => void;
  readonly sendBytes: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Aborts when the response is cancelled, or the client has left. */
  readonly signal: AbortSignal;
}

/** What became of a response. */
export interface Said {
  readonly response: Fields;
  readonly text: string;
  readonly itemId: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const secondsPerCharacter = 0.065;
/** 0.05 USD a minute, for the sound of both sides together. */
const ticksPerSecond = 8_333_333;

/** Sends the events of a response one by one, at the simulator's pace, except the last one, which the caller sends. */
export async function respond(options: RespondOptions): Promise<Said> {
  const { simulation, settings, speech, signal, send, id } = options;
  const pace = createPace(options.pace);
  const generation = await generate(options);
  const responseId = id("resp");
  const response = { id: responseId, object: "realtime.response", status: "in_progress", output: [] };
  send({ type: "response.created", response });

  const output: Fields[] = [];
  let spokenSeconds = 0;
  let said = "";
  if (generation.text.length > 0) await speak();
  for (const call of signal.aborted ? [] : generation.toolCalls) sendCall(call);

  const inputTokens = generation.promptTokens.total;
  const outputTokens = generation.visibleTokens;
  const seconds = options.heardSeconds + spokenSeconds;
  return {
    text: said,
    itemId: readText(output.at(-1)?.["id"]) || undefined,
    response: {
      ...response,
      status: signal.aborted ? "cancelled" : "completed",
      output,
      usage: {
        input_tokens: inputTokens,
        output_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
        cost_in_usd_ticks: Math.round(seconds * ticksPerSecond),
      },
    },
  };

  async function speak(): Promise<void> {
    const isSpoken = !readList(settings["output_modalities"] ?? settings["modalities"]).every(
      (modality) => modality === "text",
    );
    const item = { id: id("item"), object: "realtime.item", type: "message", role: "assistant" };
    const place = { response_id: responseId, item_id: item.id, output_index: 0, content_index: 0 };
    const added = { ...item, status: "in_progress", content: [] };
    send({ type: "response.output_item.added", response_id: responseId, output_index: 0, item: added });
    send({ type: "conversation.item.added", item: added });
    send({ type: "response.content_part.added", ...place, part: { type: isSpoken ? "audio" : "text" } });
    for (const piece of generation.text) {
      await pace.wait(1, signal);
      if (signal.aborted) break;
      said += piece;
      if (isSpoken) sendSpoken(place, piece);
      else send({ type: "response.text.delta", ...place, delta: piece });
    }
    const part = isSpoken ? { type: "audio", transcript: said } : { type: "text", text: said };
    if (isSpoken) {
      send({ type: "response.output_audio.done", ...place });
      send({ type: "response.output_audio_transcript.done", ...place, transcript: said });
    } else send({ type: "response.text.done", ...place, text: said });
    send({ type: "response.content_part.done", ...place, part });
    finish(0, { ...item, status: signal.aborted ? "incomplete" : "completed", content: [part] });
  }

  function sendSpoken(place: Fields, piece: string): void {
    send({ type: "response.output_audio_transcript.delta", ...place, delta: piece });
    const lasts = piece.length * secondsPerCharacter;
    spokenSeconds += lasts;
    const sound = speech.encode(lasts);
    if (speech.isBinary) options.sendBytes(sound);
    else send({ type: "response.output_audio.delta", ...place, delta: toBase64(sound) });
  }

  function sendCall({ id: callId, name, arguments: text }: GeneratedCall): void {
    const index = output.length;
    const item = { id: id("item"), object: "realtime.item", type: "function_call", call_id: callId, name };
    const added = { ...item, status: "in_progress", arguments: "" };
    send({ type: "response.output_item.added", response_id: responseId, output_index: index, item: added });
    const place = { response_id: responseId, item_id: item.id, output_index: index, call_id: callId };
    send({ type: "response.function_call_arguments.delta", ...place, delta: text });
    send({ type: "response.function_call_arguments.done", ...place, name, arguments: text });
    finish(index, { ...item, status: "completed", arguments: text });
  }

  function finish(index: number, item: Fields): void {
    output.push(item);
    send({ type: "response.output_item.done", response_id: responseId, output_index: index, item });
  }

  async function generate({ model, turns, asked }: RespondOptions) {
    const prompt = toPrompt(options);
    const text = turns.findLast(({ role }) => role === "user")?.text ?? "";
    const random = createRandom(simulation.seed, model, JSON.stringify(turns));
    const request = { operation: "realtime.connect", body: asked, model, text, index: 0 } as const;
    const scripted = await simulation.answer?.(request);
    const answer = typeof scripted === "string" ? { text: scripted } : scripted;
    return toGeneration(prompt, answer ?? compose(prompt, text, random), random);
  }
}

function compose(prompt: Prompt, text: string, random: ReturnType<typeof createRandom>): Answer {
  const toolCalls = chooseCalls(prompt, text, random);
  if (toolCalls.length > 0) return { toolCalls };
  const heard = text === "" ? "I have heard nothing yet." : `I have heard: ${toOneLine(text, 80)}`;
  return { text: `This voice is simulated. ${heard}` };
}

function toPrompt({ model, turns, settings }: RespondOptions): Prompt {
  const instructions = readText(settings["instructions"]);
  return {
    model: {
      kind: "language",
      wire: { id: model, object: "model", created: 0, owned_by: "xai" },
      reasons: false,
      fingerprint: "",
    },
    turns: [...(instructions === "" ? [] : [systemTurn(instructions)]), ...turns],
    functions: readList(settings["tools"]).flatMap(toFunction),
    toolChoice: "auto",
    parallelToolCalls: false,
    format: { type: "text" },
    effort: "none",
    maxTokens: undefined,
    stop: [],
    seed: undefined,
  };
}

function systemTurn(text: string): Turn {
  return { role: "system", text, images: 0 };
}

function toFunction(tool: unknown): PromptFunction[] {
  const { type, name, description, parameters } = readRecord(tool);
  if (type !== "function") return [];
  return [{ name: readText(name), description: readText(description), parameters }];
}
