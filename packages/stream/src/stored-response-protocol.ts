import type { Wire } from "@xai-edge/core";
import type { Protocol } from "./protocol.ts";
import { responseItems } from "./response-protocol.ts";
import { itemsOfTurns } from "./to-turn.ts";

/** What {@link storedResponseProtocol} puts into a request. */
export interface StoredResponseNext {
  input: Wire.ModelInputPart[];
  store: true;
  stream: true;
  /** The answer that the request continues. */
  previous_response_id?: string;
  /** Set, and so left out, where a request continues another one: the API keeps to the instructions of the first. */
  instructions?: undefined;
}

/**
 * Conversations over `xai.responses.create` that the server keeps for 30 days: a request brings only what is new, and
 * continues the last answer by its id.
 *
 * @example
 * xai.responses.create({ model: "grok-4", instructions: "Be brief.", ...conversation.next("Hello") });
 */
export const storedResponseProtocol: Protocol<
  Wire.ModelInputPart,
  StoredResponseNext,
  Wire.ModelTool,
  Wire.ModelResponse
> = {
  ...responseItems,
  next(turns) {
    const last = turns.findLastIndex(({ id }) => id);
    const id = turns[last]?.id;
    return {
      input: itemsOfTurns(turns.slice(last + 1)),
      store: true,
      stream: true,
      ...(id && { previous_response_id: id, instructions: undefined }),
    };
  },
};
