import type { Wire } from "@xai-edge/core";
import { EditVideoRequest, ExtendVideoRequest, GenerateVideoRequest } from "@xai-edge/schema";
import { parseJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { checkImage, checkVideo } from "../media/check-source.ts";
import { startVideo } from "../videos/start-video.ts";
import { pending, whole, type Handlers } from "./area.ts";

export const videoHandlers: Handlers = {
  "videos.generate": (call) => {
    const body = parseJson(GenerateVideoRequest, call);
    const { prompt, image, last_frame: lastFrame, reference_images: references, keyframes } = body;
    if (!prompt && !image) throw invalidArgument("The request needs a `prompt` or an `image`.");
    if (image) checkImage(call.simulation, image, "image");
    if (lastFrame) checkImage(call.simulation, lastFrame, "last_frame");
    for (const [index, one] of (references ?? []).entries()) {
      checkImage(call.simulation, one, `reference_images[${index}]`);
    }
    for (const [index, one] of (keyframes ?? []).entries()) {
      checkImage(call.simulation, one.image, `keyframes[${index}].image`);
    }
    return whole(startVideo(call, body, body.duration ?? 8));
  },

  "videos.edit": (call) => {
    const body = parseJson(EditVideoRequest, call);
    checkVideo(call.simulation, body.video, "video");
    return whole(startVideo(call, body, sourceSeconds));
  },

  "videos.extend": (call) => {
    const body = parseJson(ExtendVideoRequest, call);
    checkVideo(call.simulation, body.video, "video");
    return whole(startVideo(call, body, sourceSeconds + (body.duration ?? 6)));
  },

  "videos.retrieve": ({ params, simulation: { state, jobs } }) => {
    const id = params["request_id"] ?? "";
    const job = state.videos.get(id);
    if (job === undefined) throw entityNotFound(`No video job has the id ${id}.`);
    const { progress, isFirstLook } = jobs.look(job);
    if (progress === 100) return whole(job.result.end());
    if (isFirstLook) return pending();
    const unfinished: Wire.VideoResponse = { status: "pending", progress, model: job.result.model };
    return pending(unfinished);
  },
};

/** Nobody measures the source: every one counts as this long. */
const sourceSeconds = 8;
