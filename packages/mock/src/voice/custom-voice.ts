import type { Wire } from "@xai-edge/core";

/** A voice that was cloned from a recording. */
export interface StoredVoice {
  readonly serial: number;
  readonly wire: Wire.CustomVoice;
  readonly recording: Blob;
}
