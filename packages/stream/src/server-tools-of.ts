import type { AnswerStream } from "./answer-event.ts";
import { meaningOf } from "./event-meaning.ts";
import { parseInput } from "./parse-input.ts";
import { SERVER_CALL } from "./server-call.ts";
import { choicesIn, type ViewOptions } from "./view-options.ts";
import { viewOf } from "./view.ts";
import { addText, type Fields, fieldsOf, textIn } from "./wire-fields.ts";

/** What a tool does that xAI runs by itself: a search of the web, X or files, code, MCP, a picture. */
export interface ServerToolActivity {
  readonly phase: "started" | "progress" | "done";
  readonly id: string;
  /** The wire's name for the kind of call, such as `web_search_call`; in a message such as `server_tool_use`. */
  readonly type: string;
  /** The wire's place for it: among the calls of a chat, in the output of a response, in the content of a message. */
  readonly index: number;
  /** The call as far as it has come, with the fields of its protocol. */
  readonly item: Readonly<Record<string, unknown>>;
  /** The event or chunk that told it, which also carries previews of pictures and the results of a message's tools. */
  readonly event: Readonly<Record<string, unknown>>;
}

type Phase = ServerToolActivity["phase"];

const OTHER_TOOL = /^(mcp_list_tools|(server|mcp)_tool_use)$/;

/**
 * What the tools do that xAI runs by itself, as it happens: each call when it starts, when something is heard of it, and
 * when it is done. A chat shows no more of a call than that it was made; its calls are done when the choice is. Leaving
 * the loop early closes the source; what the source throws is thrown.
 *
 * @example
 * for await (const { type, phase } of serverToolsOf(stream)) status.textContent = `${type}: ${phase}`;
 */
export function serverToolsOf(
  source: AnswerStream,
  options: ViewOptions = {},
): AsyncIterable<ServerToolActivity, undefined> {
  return viewOf<ServerToolActivity>(source, (emit) => {
    /** By their place; null once they are done. */
    const calls = new Map<unknown, Fields | null>();
    let event: Fields = {};
    /** The JSON so far of the input of a message's calls. */
    const inputs = new Map<unknown, string>();

    /** Tells of the call at a place; other items and blocks are none of its business. */
    function tell(place: unknown, phase: Phase, one: unknown): void {
      const item = fieldsOf(one);
      const [id, type] = [textIn(item, "id"), textIn(item, "type")];
      const before = calls.get(place);
      if (before === null || !(SERVER_CALL.test(type) || OTHER_TOOL.test(type))) return;
      const activity = { id, type, index: Number(place), item, event };
      if (!before) emit({ phase: "started", ...activity });
      if (phase !== "started") emit({ phase, ...activity });
      calls.set(place, phase === "done" ? null : item);
    }

    function finish(isMeant: (call: Fields) => boolean): void {
      for (const [place, call] of calls) if (call && isMeant(call)) tell(place, "done", call);
    }

    /** An event about a call itself: its state, or a text of it. */
    function follow(at: unknown): void {
      const { type, item_id: id, delta } = event;
      const { about, field, item: begun, list, outcome } = meaningOf(type);
      if (list) return;
      const item = { ...(calls.get(at) ?? { ...begun, id }) };
      const whole = event[field];
      if (about === "call") item["status"] = outcome;
      else if (outcome === "delta") addText(item, field, delta);
      else if (whole !== undefined) item[field] = whole;
      tell(at, "progress", item);
    }

    return (next) => {
      event = next;
      const { type, choices, item, content_block: block, response, index, output_index: at = index } = event;
      if (Array.isArray(choices)) {
        for (const { delta, finish_reason: reason } of choicesIn(choices, options)) {
          const { tool_calls: made } = fieldsOf(delta);
          if (Array.isArray(made)) {
            for (const one of made) tell(fieldsOf(one)["index"] ?? calls.size, "started", one);
          }
          if (reason) finish(() => true);
        }
        return;
      }
      const { output } = fieldsOf(response);
      switch (type) {
        case "response.output_item.added":
          tell(at, "started", item);
          break;
        case "response.output_item.done":
          tell(at, "done", item);
          break;
        case "response.completed":
          if (Array.isArray(output)) output.forEach((one, place) => tell(place, "done", one));
          break;
        case "content_block_start": {
          const { tool_use_id: answered } = fieldsOf(block);
          tell(at, "started", block);
          // The result is a block of its own.
          if (answered) finish(({ id }) => id === answered);
          break;
        }
        case "content_block_delta":
          inputs.set(at, (inputs.get(at) ?? "") + textIn(fieldsOf(event["delta"]), "partial_json"));
          break;
        case "content_block_stop":
          if (inputs.get(at))
            tell(at, "progress", { ...calls.get(at), input: parseInput(inputs.get(at) ?? "") });
          break;
        case "message_stop":
          finish(() => true);
          break;
        default:
          if (/_(call|list)/.test(String(type))) follow(at);
      }
    };
  });
}
