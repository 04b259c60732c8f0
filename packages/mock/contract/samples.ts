import type { Xai } from "@xai-edge/core";
import { operations, type Operation } from "@xai-edge/schema/operations";
import type { Sample, SamplesOf } from "./sample.ts";
import { batchSamples } from "./samples/batches.ts";
import { chatSamples } from "./samples/chat.ts";
import { fileSamples } from "./samples/files.ts";
import { imageSamples } from "./samples/images.ts";
import { modelSamples } from "./samples/models.ts";
import { responseSamples } from "./samples/responses.ts";
import { textSamples } from "./samples/text.ts";
import { videoSamples } from "./samples/videos.ts";
import { voiceSamples } from "./samples/voice.ts";

const all: SamplesOf<keyof Xai> = {
  ...batchSamples,
  ...chatSamples,
  ...fileSamples,
  ...imageSamples,
  ...modelSamples,
  ...responseSamples,
  ...textSamples,
  ...videoSamples,
  ...voiceSamples,
};

/** A sample with the name of the method that it calls. */
export interface NamedSample extends Sample {
  readonly method: string;
  readonly operation: string;
  readonly title: string;
}

/** Every sample of every method of the client. */
export const samples: readonly NamedSample[] = Object.entries<readonly Sample[]>(all).flatMap(
  ([method, those]) =>
    those.map((sample) => ({
      operation: method,
      ...sample,
      method,
      title: sample.as === undefined ? method : `${method} ${sample.as}`,
    })),
);

/** The operation that a sample calls. */
export function operationOf({ operation: id }: NamedSample): Operation {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The ledger has no operation ${id}`);
  return found;
}
