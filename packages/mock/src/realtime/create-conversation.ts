import { RealtimeSession } from "@xai-edge/schema";
import { describeIssue } from "../http/describe-issue.ts";
import type { PaceOptions } from "../http/pace.ts";
import { fromBase64 } from "../media/base64.ts";
import { isRecord, readList, readRecord, readText } from "../prompt/read-record.ts";
import type { Turn } from "../prompt/prompt.ts";
import type { Simulation } from "../simulation.ts";
import type { RealtimeConversation, RealtimeSocket } from "./realtime-socket.ts";
import { respond, type Said } from "./respond.ts";
import { secondsOf, speechOf } from "./realtime-audio.ts";

/** What a conversation depends on. */
export interface ConversationOptions {
  readonly simulation: Simulation;
  readonly model: string;
  readonly pace: PaceOptions;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * One conversation: greets with `session.created`, and answers events until the client leaves. The end of a turn is where the
 * client commits its sound or asks for a response: the simulator does not listen for silence.
 */
export function createConversation(
  socket: RealtimeSocket,
  { simulation, model, pace }: ConversationOptions,
): RealtimeConversation {
  const id = (prefix: string): string => `${prefix}_${simulation.nextId()}`;
  const turns: Turn[] = [];
  let lastItem: string | null = null;
  let heardBytes = 0;
  let unbilledSeconds = 0;
  let isOver = false;
  let active: AbortController | undefined;
  let session: Fields = {
    id: id("sess"),
    object: "realtime.session",
    model,
    voice: "ara",
    modalities: ["text", "audio"],
    turn_detection: { type: "server_vad" },
    tools: [],
    audio: {
      input: { format: { type: "audio/pcm", rate: 24_000 } },
      output: { format: { type: "audio/pcm", rate: 24_000 } },
    },
  };

  const handlers: Readonly<Record<string, (event: Fields) => void>> = {
    "session.update": (event) => {
      const result = RealtimeSession.safeParse(event["session"]);
      const [issue] = result.success ? [] : result.error.issues;
      if (issue !== undefined) return refuse("invalid_session", describeIssue(issue, event["session"]));
      // The model is the address's: another one here changes nothing.
      session = { ...session, ...readRecord(event["session"]), model };
      send({ type: "session.updated", session });
    },
    "input_audio_buffer.append": (event) => {
      const sound = fromBase64(readText(event["audio"]));
      if (sound === undefined || sound.length === 0) {
        return refuse("invalid_audio", "The field `audio` is not valid: expected sound in base64.");
      }
      heardBytes += sound.length;
    },
    "input_audio_buffer.clear": () => {
      heardBytes = 0;
      send({ type: "input_audio_buffer.cleared" });
    },
    "input_audio_buffer.commit": commit,
    "conversation.item.create": (event) => {
      const { item } = event;
      const type = isRecord(item) ? item["type"] : undefined;
      if (!isRecord(item) || (type !== "message" && type !== "function_call_output")) {
        return refuse("invalid_item", "The field `item` is not valid: expected a message or a result.");
      }
      turns.push(
        type === "message" ? turnOf(item) : { role: "tool", text: readText(item["output"]), images: 0 },
      );
      addItem(item);
    },
    "response.create": (event) => {
      if (active !== undefined) {
        return refuse("response_in_progress", "A response is in progress: cancel it, or wait for its end.");
      }
      if (heardBytes > 0) commit();
      answer(readRecord(event["response"])).catch(() => {
        active = undefined;
        refuse("answer_failed", "The script of the simulator's answers has failed.");
      });
    },
    "response.cancel": () => {
      if (active === undefined) return refuse("no_response", "There is no response to cancel.");
      active.abort();
    },
    // The API takes it and does nothing.
    "conversation.item.truncate": () => {},
  };

  send({ type: "session.created", session });
  send({ type: "conversation.created", conversation: { id: id("conv"), object: "realtime.conversation" } });
  return {
    receive: (data) => {
      if (isOver) return;
      if (typeof data !== "string") {
        heardBytes += data.length;
        return;
      }
      const event = parse(data);
      if (event === undefined) return refuse("invalid_json", "The event is not a JSON object.");
      const type = readText(event["type"]);
      const handle = Object.hasOwn(handlers, type) ? handlers[type] : undefined;
      if (handle === undefined) return refuse("unknown_event", `There is no event of the type "${type}".`);
      handle(event);
    },
    end: () => {
      isOver = true;
      active?.abort();
    },
  };

  function send(event: Fields): void {
    if (!isOver) socket.send(JSON.stringify({ event_id: id("event"), ...event }));
  }

  function refuse(code: string, message: string): void {
    send({ type: "error", error: { type: "invalid_request_error", code, message, param: null } });
  }

  function addItem(item: Fields): string {
    const itemId = readText(item["id"]) || id("item");
    send({
      type: "conversation.item.added",
      previous_item_id: lastItem,
      item: { object: "realtime.item", status: "completed", ...item, id: itemId },
    });
    lastItem = itemId;
    return itemId;
  }

  function commit(): void {
    if (heardBytes === 0) return refuse("empty_audio_buffer", "There is no sound to commit.");
    const seconds = secondsOf(session, heardBytes);
    heardBytes = 0;
    unbilledSeconds += seconds;
    const transcript = `Simulated words of ${seconds.toFixed(1)} seconds.`;
    turns.push({ role: "user", text: transcript, images: 0 });
    const itemId = id("item");
    send({ type: "input_audio_buffer.committed", previous_item_id: lastItem, item_id: itemId });
    const content = [{ type: "input_audio", transcript }];
    addItem({ id: itemId, type: "message", role: "user", content });
    send({
      type: "conversation.item.input_audio_transcription.completed",
      item_id: itemId,
      content_index: 0,
      transcript,
    });
  }

  async function answer(asked: Fields): Promise<void> {
    const controller = new AbortController();
    active = controller;
    const settings = { ...session, ...asked };
    const speech = speechOf(settings);
    if (typeof speech === "string") {
      active = undefined;
      return refuse("not_simulated", speech);
    }
    const said: Said = await respond({
      asked,
      heardSeconds: unbilledSeconds,
      id,
      model,
      pace,
      send,
      sendBytes: (bytes) => !isOver && socket.send(bytes),
      settings,
      signal: controller.signal,
      simulation,
      speech,
      turns,
    });
    unbilledSeconds = 0;
    lastItem = said.itemId ?? lastItem;
    turns.push({ role: "assistant", text: said.text, images: 0 });
    active = undefined;
    send({ type: "response.done", response: said.response });
  }
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function turnOf(item: Fields): Turn {
  const role = item["role"] === "assistant" || item["role"] === "system" ? item["role"] : "user";
  const texts = readList(item["content"]).map((part) => {
    const { text, transcript } = readRecord(part);
    return readText(text) || readText(transcript);
  });
  return { role, text: texts.join("\n"), images: 0 };
}
