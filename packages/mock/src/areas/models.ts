import type { Wire } from "@xai-edge/core";
import { entityNotFound } from "../http/refused-request.ts";
import { findModel } from "../models/find-model.ts";
import { simulatedModels } from "../models/simulated-models.ts";
import type { Handlers, JsonReply } from "./area.ts";

export const modelHandlers: Handlers = {
  "models.list": () => {
    const list: Wire.ListModelsResponse = { object: "list", data: simulatedModels.map(({ wire }) => wire) };
    return whole(list);
  },
  "models.retrieve": ({ params }) => {
    const id = params["model_id"] ?? "";
    const model = findModel(id);
    if (model === undefined) {
      throw entityNotFound(`The model ${id} does not exist, or the team of this key may not use it.`);
    }
    return whole(model.wire);
  },
};

function whole(json: unknown): JsonReply {
  return { kind: "json", json, tokens: 0 };
}
