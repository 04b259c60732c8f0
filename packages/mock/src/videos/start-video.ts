import type { Wire } from "@xai-edge/core";
import type { Call } from "../areas/area.ts";
import { videoAsset } from "../media/assets.ts";
import { storeOutput } from "../media/store-output.ts";
import { requireModel } from "../models/require-model.ts";
import type { JobOutcome } from "../state/jobs.ts";

type VideoRequest = Wire.GenerateVideoRequest | Wire.EditVideoRequest | Wire.ExtendVideoRequest;

/** Five US cents for each second, in USD ticks. */
const pricePerSecond = 500_000_000;

/** Starts to make a video of this length; throws xAI's 400 or 404 when its model makes none. */
export function startVideo(call: Call, request: VideoRequest, seconds: number): Wire.StartDeferredResponse {
  const { simulation, operation, url } = call;
  const model = requireModel(request.model ?? "grok-imagine-video", "video").wire.id;
  const outcome = simulation.jobOutcome?.({ operation: operation.id, body: request }) ?? "done";
  const request_id = simulation.nextId();
  let end: Wire.VideoResponse | undefined;
  const job = simulation.jobs.start(request_id, {
    model,
    // Made when it is first fetched: what is stored before has no place in the list of files yet.
    end: () => (end ??= finish(outcome)),
  });
  simulation.state.videos.set(request_id, job);
  return { request_id };

  function finish(how: JobOutcome): Wire.VideoResponse {
    if (typeof how === "object") return { status: "failed", error: how };
    if (how === "expired") return { status: "expired" };
    const facts = { duration: seconds, respect_moderation: how !== "moderated" };
    const usage = { cost_in_usd_ticks: seconds * pricePerSecond };
    const whole = { status: "done", progress: 100, model, usage } as const;
    if (how === "moderated") return { ...whole, video: facts };
    const asset = videoAsset(request_id, seconds);
    const stored = request.storage_options
      ? { file_output: storeOutput(simulation, asset, request.storage_options, url.origin) }
      : {};
    return { ...whole, video: { url: url.origin + asset.path, ...facts, ...stored } };
  }
}
