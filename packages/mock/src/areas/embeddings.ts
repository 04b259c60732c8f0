import type { Wire } from "@xai-edge/core";
import { EmbeddingRequest } from "@xai-edge/schema";
import { countTokens } from "../answer/tokens.ts";
import { parseJson } from "../http/parse-json.ts";
import { invalidArgument } from "../http/refused-request.ts";
import { toBase64 } from "../media/base64.ts";
import { requireModel } from "../models/require-model.ts";
import { embed } from "../text/embed.ts";
import { whole, type Handlers } from "./area.ts";

const mostDimensions = 4096;

export const embeddingHandlers: Handlers = {
  "embeddings.create": (call) => {
    const body = parseJson(EmbeddingRequest, call);
    const model = requireModel(body.model, "embedding");
    const dimensions = body.dimensions ?? 256;
    if (dimensions < 1 || dimensions > mostDimensions) {
      throw invalidArgument(`A vector has 1 to ${mostDimensions} dimensions, not ${dimensions}.`);
    }
    const inputs = toInputs(body.input);
    if (inputs.length === 0) throw invalidArgument("The field `input` holds nothing to embed.");
    const tokens = inputs.reduce((sum, input) => sum + input.tokens, 0);
    const response: Wire.EmbeddingResponse = {
      object: "list",
      model: model.wire.id,
      data: inputs.map(({ text }, index) => {
        const vector = embed(text, dimensions);
        const embedding = body.encoding_format === "base64" ? vectorToBase64(vector) : vector;
        return { index, embedding, object: "embedding" };
      }),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    };
    return whole(response);
  },
};

interface Input {
  readonly text: string;
  readonly tokens: number;
}

/** Numbers are the tokens of one text, lists of them those of several. */
function toInputs(input: Wire.EmbeddingInput): readonly Input[] {
  if (typeof input === "string") return [toInput(input)];
  const numbers = input.filter((one) => typeof one === "number");
  return numbers.length > 0
    ? [toInput(numbers)]
    : input.filter((one) => typeof one !== "number").map(toInput);
}

function toInput(input: string | readonly number[]): Input {
  return typeof input === "string"
    ? { text: input, tokens: countTokens(input) }
    : { text: input.join(" "), tokens: input.length };
}

function vectorToBase64(vector: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [index, value] of vector.entries()) view.setFloat32(index * 4, value, true);
  return toBase64(new Uint8Array(view.buffer));
}
