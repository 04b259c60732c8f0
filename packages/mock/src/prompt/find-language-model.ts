import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { findModel } from "../models/find-model.ts";
import type { SimulatedModel } from "../models/simulated-model.ts";

/** Finds a model that answers in text; throws what xAI answers when there is none of this name. */
export function findLanguageModel(id: string): SimulatedModel {
  const model = findModel(id);
  if (model === undefined) {
    throw entityNotFound(`The model ${id} does not exist, or the team of this key may not use it.`);
  }
  if (model.kind !== "language") {
    throw invalidArgument(
      `The model ${id} does not answer in text: it is an ${model.kind} model.`.replace("an video", "a video"),
    );
  }
  return model;
}
