import type { SamplesOf } from "../sample.ts";

export const modelSamples: SamplesOf<
  | "models"
  | "languageModels"
  | "embeddingModels"
  | "imageGenerationModels"
  | "videoGenerationModels"
  | "account"
> = {
  "models.list": [{ args: [] }],
  "models.retrieve": [{ args: ["grok-4.20"] }, { as: "by an alias", args: ["latest"] }],
  "languageModels.list": [{ args: [] }],
  "languageModels.retrieve": [{ args: ["grok-4.20"] }],
  "embeddingModels.list": [{ args: [] }],
  "embeddingModels.retrieve": [{ args: ["v1"] }],
  "imageGenerationModels.list": [{ args: [] }],
  "imageGenerationModels.retrieve": [{ args: ["grok-imagine-image-2.0"] }],
  "videoGenerationModels.list": [{ args: [] }],
  "videoGenerationModels.retrieve": [{ args: ["grok-imagine-video"] }],
  "account.apiKey": [{ args: [] }],
  "account.me": [{ args: [] }],
};
