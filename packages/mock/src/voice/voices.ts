import type { Wire } from "@xai-edge/core";

/** The voices that are known to be built in. */
export const voices: readonly Wire.Voice[] = (
  "altair ara atlas aurora carina castor celeste cosmo eve helios helix iris kepler leo liora lumen luna lux naksh " +
  "orion perseus rex rigel sal sirius ursa zagan zenith"
)
  .split(" ")
  .map((voice_id) => ({ voice_id, name: voice_id.slice(0, 1).toUpperCase() + voice_id.slice(1) }));

/** Finds a built-in voice, in any letter case. */
export function findVoice(id: string): Wire.Voice | undefined {
  return voices.find(({ voice_id }) => voice_id === id.toLowerCase());
}
