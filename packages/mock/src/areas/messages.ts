import { MessageRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import { tokensOf } from "../answer/generation.ts";
import { parseJson } from "../http/parse-json.ts";
import { messageEvents } from "../messages/message-events.ts";
import { toMessage } from "../messages/to-message.ts";
import { promptFromMessage } from "../prompt/prompt-from-message.ts";
import { whole, type Handlers } from "./area.ts";

export const messageHandlers: Handlers = {
  "messages.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(MessageRequest, call);
    const prompt = promptFromMessage(body);
    const [generation] = await generate(simulation, prompt, { operation: "messages.create", body });
    if (generation === undefined) throw new Error("Expected one answer, got none");
    const id = simulation.nextId();
    const model = prompt.model.wire.id;
    if (body.stream !== true) return whole(toMessage(id, model, generation), tokensOf(generation));
    return {
      kind: "stream",
      hasNames: true,
      events: messageEvents(id, model, generation),
      breakOff: () => ({
        type: "error",
        error: { type: "overloaded_error", message: "The simulator was told to break off here." },
      }),
    };
  },
};
