import { array, boolean, fields, float, int32, named, nullable, object, optional, ref, required, string, union, type Area } from "./notation.ts";

export const embeddings: Area = {
  EmbeddingRequest: object("", { dimensions: optional(nullable(int32()), ""), encoding_format: optional(nullable(string()), ""), input: optional(ref("EmbeddingInput"), ""), model: optional(string(), ""), preview: optional(nullable(boolean()), ""), user: optional(nullable(string()), "") }),
  EmbeddingResponse: object("", { data: required(array(ref("Embedding")), ""), model: required(string(), ""), object: required(string(), ""), usage: optional(nullable(ref("EmbeddingUsage")), "") }),
  Embedding: object("", { embedding: required(ref("EmbeddingContent"), ""), index: required(int32(), ""), object: required(string(), "") }),
  EmbeddingContent: named("", union(string(), array(float()))),
  EmbeddingInput: named("", union(fields({ String: required(string(), "") }), fields({ StringArray: required(array(string()), "") }), fields({ Ints: required(array(int32()), "") }), fields({ IntsArray: required(array(array(int32())), "") }))),
  EmbeddingUsage: object("", { prompt_tokens: required(int32(), ""), total_tokens: required(int32(), "") }),
};
