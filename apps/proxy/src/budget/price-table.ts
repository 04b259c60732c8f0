import type { PricedModel } from "./model-price.ts";

/** xAI states 2.50 to 10 USD for a thousand calls, by tool. */
export const dearestToolCallUsd = 0.01;

/** xAI bills what pictures and videos are made of: 0.002 to 0.01 USD for a picture, by model, and 0.01 for a second of video. */
export const dearestSourceUsd = 0.01;

const longFrom200k = { fromTokens: 200_000 };

/**
 * What models cost, for the worst case alone: what is billed in the end is what xAI says. A price that is too high refuses calls
 * too early, one that is too low lets a budget be overspent by the difference, so in doubt the higher one stands here.
 *
 * - Stated on xAI's price page (docs.x.ai/developers/pricing, 2026): tokens, long contexts and context sizes of grok-4.7, 4.6, 4.5,
 *   4.3 and build-0.1; tokens of grok-4-1-fast; 0.02 USD for an image of grok-imagine-image.
 * - In the samples of xAI's API description: grok-420-reasoning; the tiers of grok-imagine-image-2.0.
 * - Stated on an earlier list of its: grok-4.20 with a date, at 2 and 6 USD for 2,000,000 tokens of context. The newest has 1.25 and
 *   2.50 USD for 1,000,000, doubled from 200,000 on; its bare name means the same model there, and so has its context here.
 * - In recorded bills: tokens of grok-3-mini.
 * - Assumed: older models by xAI's earlier lists, their long contexts at double the price from 128,000 tokens; `latest`, which moves,
 *   like the dearest of the present; pictures and videos like the dearest quality that resellers list, with a margin; speech like the
 *   dearest list that was found (xAI's own: 4.20 USD for a million characters, 0.05 USD for a minute of conversation, 0.20 USD for an
 *   hour of transcription); embeddings by the dearer reading of the API description.
 *
 * The US endpoint and priority processing cost more: whoever uses them sets PRICES.
 */
export const priceTable: readonly PricedModel[] = [
  ...["grok-4.7", "grok-4.6", "grok-4.5"].map((id) => language(id, 500_000, 2, 6, longFrom200k)),
  language("latest", 1_000_000, 3, 15, { fromTokens: 128_000 }),
  {
    ...language("grok-4.3", 1_000_000, 1.25, 2.5, longFrom200k),
    aliases: ["grok-4.3-latest"],
    reasoningCanBeOff: true,
  },
  language("grok-build-0.1", 256_000, 1, 2, longFrom200k),
  ...["reasoning", "non-reasoning"].map((kind) =>
    language(`grok-4.20-0309-${kind}`, 2_000_000, 2, 6, { fromTokens: 128_000 }),
  ),
  language("grok-4.20-multi-agent-0309", 2_000_000, 2, 6, { fromTokens: 128_000 }),
  {
    ...language("grok-420-reasoning", 2_000_000, 2, 8, { fromTokens: 128_000 }),
    aliases: ["grok-4.20", "grok-4.20-reasoning"],
  },
  {
    ...language("grok-4", 256_000, 3, 15, { fromTokens: 128_000 }),
    aliases: ["grok-4-latest", "grok-4-0709"],
  },
  ...["4-1", "4"].flatMap((version) =>
    ["reasoning", "non-reasoning"].map((kind) =>
      language(`grok-${version}-fast-${kind}`, 2_000_000, 0.2, 0.5, { fromTokens: 128_000 }),
    ),
  ),
  language("grok-code-fast-1", 256_000, 0.2, 1.5),
  language("grok-3", 131_072, 3, 15),
  language("grok-3-mini", 131_072, 0.3, 0.5),
  { id: "v1", usdPerMillionTokens: { input: 1, output: 0 } },
  { id: "grok-imagine-image", usdPerImage: 0.02 },
  { id: "grok-imagine-image-quality", usdPerImage: 0.07 },
  { id: "grok-imagine-image-pro", usdPerImage: 0.07 },
  { id: "grok-imagine-image-2.0", usdPerImage: 0.08 },
  { id: "grok-imagine-video", usdPerVideoSecond: 0.1 },
  { id: "grok-imagine-video-1.5", usdPerVideoSecond: 0.3 },
  { id: "grok-imagine-video-1.5-lite", usdPerVideoSecond: 0.1 },
  // Text to speech names no model.
  { id: "tts", usdPerMillionCharacters: 15 },
  {
    id: "stt",
    usdPerAudioMinute: 0.004,
    aliases: ["grok-voice-transcribe-2.0", "grok-voice-transcribe-1.0"],
  },
  { id: "grok-voice-latest", usdPerAudioMinute: 0.08, aliases: ["grok-voice-think-fast-2.0"] },
];

/** Whether a model thinks before it answers, as all do that are not known otherwise. */
export function reasons(id: string): boolean {
  return !/non-reasoning|^grok-(?:2(?:-.*)?|3(?:-fast)?(?:-beta|-latest)?)$/.test(id);
}

/** Long contexts cost double wherever xAI states their price. */
function language(
  id: string,
  contextTokens: number,
  input: number,
  output: number,
  long?: { readonly fromTokens: number },
): PricedModel {
  return {
    id,
    contextTokens,
    usdPerMillionTokens: { input, output },
    ...(long && { longContext: { ...long, usdPerMillionTokens: { input: 2 * input, output: 2 * output } } }),
  };
}
