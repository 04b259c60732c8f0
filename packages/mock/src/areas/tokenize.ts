import type { Wire } from "@xai-edge/core";
import { TokenizeRequest } from "@xai-edge/schema";
import { toTokens } from "../answer/tokens.ts";
import { parseJson } from "../http/parse-json.ts";
import { requireModel } from "../models/require-model.ts";
import { createRandom } from "../random.ts";
import { whole, type Handlers } from "./area.ts";

const vocabulary = 131_072;

export const tokenizeHandlers: Handlers = {
  "tokenize.create": (call) => {
    const { model, text } = parseJson(TokenizeRequest, call);
    requireModel(model, "language");
    const response: Wire.TokenizeResponse = {
      token_ids: toTokens(text).map((token) => ({
        token_id: createRandom("token", token).below(vocabulary),
        string_token: token,
        token_bytes: [...new TextEncoder().encode(token)],
      })),
    };
    return whole(response);
  },
};
