import type { Wire } from "@xai-edge/core";
import type { Generation } from "../answer/generation.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";

/** What the chunks of a streamed chat answer and its whole body are both made from. */
export interface ChatAnswer {
  readonly id: string;
  readonly model: SimulatedModel;
  readonly serviceTier: Wire.ServiceTier;
  /** One for each choice. */
  readonly generations: readonly Generation[];
  readonly includeUsage: boolean;
  readonly nowSeconds: () => number;
}
