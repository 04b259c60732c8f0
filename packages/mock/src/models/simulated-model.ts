import type { Wire } from "@xai-edge/core";

/** What a model makes, which decides the operations that take it. */
export type ModelKind = "language" | "embedding" | "image" | "video";

/** A model of the simulator: its entry in the Models API and what that entry does not say. */
export interface SimulatedModel {
  readonly kind: ModelKind;
  readonly wire: Wire.Model;
  /** Thinks before it answers. */
  readonly reasons: boolean;
  /** Comes back as the `system_fingerprint` of its answers. */
  readonly fingerprint: string;
}
