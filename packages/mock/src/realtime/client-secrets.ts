import { createKept, type Kept } from "../state/kept.ts";

/** Client secrets that open realtime conversations until their time is up. */
export type ClientSecrets = Kept<{ readonly value: string; readonly expiresAtSeconds: number }>;

/** Keeps none yet. */
export function createClientSecrets(nowSeconds: () => number): ClientSecrets {
  return createKept({ isOver: ({ expiresAtSeconds }) => expiresAtSeconds <= nowSeconds() });
}
