import type { Wire } from "@xai-edge/core";
import { findModel } from "../models/find-model.ts";
import { modelNotFound } from "../models/require-model.ts";
import type { ModelKind, SimulatedModel } from "../models/simulated-model.ts";
import { simulatedModels } from "../models/simulated-models.ts";
import {
  toEmbeddingModel,
  toImageModel,
  toLanguageModel,
  toVideoModel,
} from "../models/to-detailed-model.ts";
import { whole, type Handlers } from "./area.ts";

export const modelHandlers: Handlers = {
  "models.list": () => {
    const list: Wire.ListModelsResponse = { object: "list", data: simulatedModels.map(({ wire }) => wire) };
    return whole(list);
  },
  "models.retrieve": ({ params }) => {
    const id = params["model_id"] ?? "";
    const model = findModel(id);
    if (model === undefined) throw modelNotFound(id);
    return whole(model.wire);
  },
  ...detailed("languageModels", "language", toLanguageModel),
  ...detailed("embeddingModels", "embedding", toEmbeddingModel),
  ...detailed("imageGenerationModels", "image", toImageModel),
  ...detailed("videoGenerationModels", "video", toVideoModel),
};

/** The list of all models of a kind, and each by its id, where those of other kinds do not exist. */
function detailed(resource: string, kind: ModelKind, toWire: (model: SimulatedModel) => unknown): Handlers {
  return {
    [`${resource}.list`]: () =>
      whole({ models: simulatedModels.filter((model) => model.kind === kind).map(toWire) }),
    [`${resource}.retrieve`]: ({ params }) => {
      const id = params["model_id"] ?? "";
      const model = findModel(id);
      if (model?.kind !== kind) throw modelNotFound(id);
      return whole(toWire(model));
    },
  };
}
