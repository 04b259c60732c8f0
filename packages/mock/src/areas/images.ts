import type { Wire } from "@xai-edge/core";
import { EditImageRequest, GenerateImageRequest } from "@xai-edge/schema";
import { parseJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { makeImages } from "../images/make-images.ts";
import { checkImage } from "../media/check-source.ts";
import { pending, whole, type Call, type Handlers, type Reply } from "./area.ts";

export const imageHandlers: Handlers = {
  "images.generate": (call) => answer(call, parseJson(GenerateImageRequest, call)),

  "images.edit": (call) => {
    const body = parseJson(EditImageRequest, call);
    if (Boolean(body.image) === Boolean(body.images?.length)) {
      throw invalidArgument("The request needs one of `image` and `images`.");
    }
    if (body.image) checkImage(call.simulation, body.image, "image");
    for (const [index, image] of (body.images ?? []).entries()) {
      checkImage(call.simulation, image, `images[${index}]`);
    }
    return answer(call, body);
  },

  "images.retrieve": ({ params, simulation: { state, jobs } }) => {
    const id = params["request_id"] ?? "";
    const job = state.deferredImages.get(id);
    if (job === undefined) throw entityNotFound(`No deferred images have the id ${id}.`);
    const { progress, isFirstLook } = jobs.look(job);
    if (progress === 100) return whole(job.result);
    return isFirstLook ? pending() : pending({ request_id: id, status: "pending" });
  },
};

async function answer(call: Call, body: Wire.GenerateImageRequest | Wire.EditImageRequest): Promise<Reply> {
  const { simulation, operation } = call;
  const outcome = simulation.jobOutcome?.({ operation: operation.id, body }) ?? "done";
  const id = simulation.nextId();
  const images = await makeImages(call, body, id, outcome === "moderated");
  if (body.deferred !== true) {
    if (typeof outcome === "object") throw invalidArgument(outcome.message);
    return whole(images);
  }
  const result: Wire.GetDeferredImageResponse =
    typeof outcome === "object"
      ? { request_id: id, status: "failed", error: outcome }
      : { request_id: id, status: "done", ...images };
  if (outcome !== "expired") simulation.state.deferredImages.set(id, simulation.jobs.start(id, result));
  return whole({ request_id: id });
}
