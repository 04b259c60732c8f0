/** A place where xAI's OpenAPI file cannot be followed. */
export interface Exception {
  readonly operations: readonly string[];
  /** Names of the fields that lead there, without positions in lists. */
  readonly at: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    operations: ["chat.completions.create"],
    at: "service_tier",
    reason: "Requests take `auto`, which the file's enum for requests and answers lacks.",
  },
  {
    operations: ["embeddings.create"],
    at: "input",
    reason:
      "The file wraps each form in an object, such as `{ String }`; its own example sends a plain list.",
  },
  {
    operations: ["embeddingModels.list"],
    at: "models.output_modalities",
    reason: "Required by the file, and left out of its own example.",
  },
  {
    operations: ["embeddingModels.retrieve"],
    at: "output_modalities",
    reason: "Required by the file, and left out of its own example.",
  },
  {
    operations: ["imageGenerationModels.list"],
    at: "models.image_price",
    reason: "Required by the file, and left out of its own example.",
  },
  {
    operations: ["imageGenerationModels.retrieve"],
    at: "image_price",
    reason: "Required by the file, and left out of its own example.",
  },
];
