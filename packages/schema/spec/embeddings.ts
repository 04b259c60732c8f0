import {
  array,
  boolean,
  float,
  int32,
  known,
  named,
  nullable,
  object,
  optional,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const needed = "The API answers 422 when it is missing; the reference forgets to mark it required.";

export const embeddings: Area = {
  EmbeddingRequest: object("Texts to be turned into vectors.", {
    model: required(known("v1"), "Embedding model to use; the Models API lists those of a key.", {
      differs: needed,
    }),
    input: required(ref("EmbeddingInput"), "What to embed; each text must fit into the model's context.", {
      differs: needed,
    }),
    encoding_format: optional(
      nullable(known("float", "base64")),
      "Whether vectors come back as numbers or, more compactly, as base64.",
    ),
    dimensions: optional(nullable(int32()), "Length of the vectors wanted."),
    preview: optional(nullable(boolean()), "Asks for the API's newer format."),
    user: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
  }),
  EmbeddingResponse: object("A vector for every input.", {
    object: required(known("list"), "Tag of the object."),
    model: required(string(), "Model that made the vectors."),
    data: required(array(ref("Embedding")), "The vectors."),
    usage: optional(nullable(ref("EmbeddingUsage")), "What the request used."),
  }),
  Embedding: object("The vector of one input.", {
    object: required(known("embedding"), "Tag of the object."),
    index: required(int32(), "Position of its input in the request, from 0."),
    embedding: required(ref("EmbeddingContent"), "The vector, in the format that was asked for."),
  }),
  EmbeddingContent: named(
    "A vector as numbers, or as base64 when that was asked for.",
    union(string(), array(float())),
  ),
  EmbeddingInput: named(
    "A text, up to 128 texts, the tokens of a text, or the tokens of up to 128 texts; queries and passages embed best with `query: ` or `passage: ` in front.",
    union(
      string({ minLength: 1 }),
      array(string({ minLength: 1 }), { max: 128 }),
      array(int32()),
      array(array(int32()), { max: 128 }),
    ),
    {
      differs:
        "The reference shows each form wrapped in an object, while the API takes it plain; bounds are from its prose.",
    },
  ),
  EmbeddingUsage: object("What embedding used.", {
    prompt_tokens: required(int32(), "Tokens of all inputs."),
    total_tokens: required(int32(), "Equal to `prompt_tokens`, since nothing is generated."),
  }),
};
