import type { Model } from "@xai-edge/core";

/** The models of a list in two groups, those one can chat with first. */
export interface SortedModels {
  readonly chat: readonly Model[];
  readonly other: readonly Model[];
}

const otherTrades = /image|imagine|video|embed|voice|tts|stt|realtime/i;

/** Splits a list of the Models API into the models that chat and the rest, each newest first. */
export function sortModels(models: readonly Model[]): SortedModels {
  const newestFirst = models.toSorted(
    (a, b) => (b.created ?? 0) - (a.created ?? 0) || a.id.localeCompare(b.id),
  );
  return { chat: newestFirst.filter(canChat), other: newestFirst.filter((model) => !canChat(model)) };
}

/** The list does not say what a model is for: a price for written text does, and failing that the name. */
function canChat(model: Model): boolean {
  if (typeof model.completion_text_token_price === "number" && model.completion_text_token_price > 0)
    return true;
  return typeof model.image_price !== "number" && !otherTrades.test(model.id);
}
