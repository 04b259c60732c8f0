import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { findModel } from "./find-model.ts";
import type { ModelKind, SimulatedModel } from "./simulated-model.ts";

const makes: Readonly<Record<ModelKind, string>> = {
  language: "answer in text",
  embedding: "make embeddings",
  image: "make images",
  video: "make videos",
};

/** Finds a model of this kind; throws what xAI answers when there is none of this name, or it is of another kind. */
export function requireModel(id: string, kind: ModelKind): SimulatedModel {
  const model = findModel(id);
  if (model === undefined) throw modelNotFound(id);
  if (model.kind === kind) return model;
  const article = model.kind === "embedding" || model.kind === "image" ? "an" : "a";
  throw invalidArgument(`The model ${id} does not ${makes[kind]}: it is ${article} ${model.kind} model.`);
}

/** xAI's 404 for a model. */
export function modelNotFound(id: string): Error {
  return entityNotFound(`The model ${id} does not exist, or the team of this key may not use it.`);
}
