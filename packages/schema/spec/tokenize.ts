import { array, int32, nullable, object, optional, ref, required, string, type Area } from "./notation.ts";

const needed = "Nothing can be tokenized without it; the reference forgets to mark it required.";

export const tokenize: Area = {
  TokenizeRequest: object("Text to be cut into tokens.", {
    model: required(ref("ModelId"), "Model whose tokenizer is used.", { differs: needed }),
    text: required(string(), "What to cut.", { differs: needed }),
    user: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
  }),
  TokenizeResponse: object("The tokens of a text.", {
    token_ids: required(array(ref("TokenizeResponseToken")), "All tokens, in the order of the text."),
  }),
  TokenizeResponseToken: object("A token as the model sees it.", {
    token_id: required(int32({ min: 0 }), "Number of the token in the model's vocabulary."),
    string_token: required(string(), "The piece of text it stands for."),
    token_bytes: required(array(int32({ min: 0 })), "The same piece as bytes."),
  }),
};
