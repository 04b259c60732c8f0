import { array, int32, nullable, object, optional, ref, required, string, type Area } from "./notation.ts";

export const tokenize: Area = {
  TokenizeRequest: object("", { model: optional(string(), ""), text: optional(string(), ""), user: optional(nullable(string()), "") }),
  TokenizeResponse: object("", { token_ids: required(array(ref("TokenizeResponseToken")), "") }),
  TokenizeResponseToken: object("", { string_token: required(string(), ""), token_bytes: required(array(int32({ min: 0 })), ""), token_id: required(int32({ min: 0 }), "") }),
};
