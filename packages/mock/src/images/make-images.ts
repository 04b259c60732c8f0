import type { Wire } from "@xai-edge/core";
import type { Call } from "../areas/area.ts";
import { countTokens } from "../answer/tokens.ts";
import { invalidArgument } from "../http/refused-request.ts";
import { imageAsset } from "../media/assets.ts";
import { toBase64 } from "../media/base64.ts";
import { storeOutput } from "../media/store-output.ts";
import { requireModel } from "../models/require-model.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";

type ImageRequest = Wire.GenerateImageRequest | Wire.EditImageRequest;

/** Draws what a request asks for; throws xAI's 400 or 404 when its model does not draw that. */
export async function makeImages(
  { simulation, url: { origin } }: Call,
  request: ImageRequest,
  id: string,
  isWithheld: boolean,
): Promise<Wire.GeneratedImageResponse> {
  const model = requireModel(request.model ?? "grok-imagine-image", "image");
  if (request.prompt.trim() === "") throw invalidArgument("The field `prompt` is empty.");
  if (request.quality && model.wire.pricing === undefined) {
    throw invalidArgument(`The model ${model.wire.id} does not take the argument quality.`);
  }
  const ratio = request.aspect_ratio && request.aspect_ratio !== "auto" ? request.aspect_ratio : "1:1";
  const count = request.n ?? 1;
  const images = Array.from({ length: isWithheld ? 0 : count }, (_, index) =>
    imageAsset(`${id}-${index}`, ratio),
  );
  const data = images.map(async (image): Promise<Wire.GeneratedImage> => {
    const stored = request.storage_options
      ? { file_output: storeOutput(simulation, image, request.storage_options, origin) }
      : {};
    if (request.response_format !== "b64_json") {
      return { url: origin + image.path, mime_type: image.type, ...stored };
    }
    const bytes = new Uint8Array(await image.bytes.arrayBuffer());
    return { b64_json: toBase64(bytes), mime_type: image.type, ...stored };
  });
  const input = countTokens(request.prompt);
  return {
    data: await Promise.all(data),
    usage: {
      cost_in_usd_ticks: count * priceOf(model, request),
      input_tokens: input,
      input_tokens_details: { text_tokens: input, image_tokens: 0, cached_tokens: 0 },
      total_tokens: input,
    },
  };
}

/** Price of one image in USD ticks; a quality or size that has no price of its own costs what the first one does. */
function priceOf({ wire }: SimulatedModel, { quality, resolution }: ImageRequest): number {
  const tiers = wire.pricing ?? [];
  const asked = quality && quality !== "auto" ? quality : "medium";
  const tier =
    tiers.find((one) => one.quality === asked && one.resolution === (resolution ?? "1k")) ?? tiers[0];
  return tier?.price_per_image ?? wire.image_price ?? 0;
}
