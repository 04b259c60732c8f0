import { array, boolean, named, nullable, object, oneOf, optional, ref, required, string, type Area } from "./notation.ts";

export const account: Area = {
  ApiKey: object("", { acls: required(array(string()), ""), api_key_blocked: required(boolean(), ""), api_key_disabled: required(boolean(), ""), api_key_id: required(string(), ""), create_time: required(string(), ""), modified_by: required(string(), ""), modify_time: required(string(), ""), name: required(string(), ""), redacted_api_key: required(string(), ""), team_blocked: required(boolean(), ""), team_id: required(string(), ""), user_id: required(string(), "") }),
  GetMeResponse: object("", { api_key: optional(nullable(ref("MeApiKeyInfo")), ""), oauth: optional(nullable(ref("MeOAuthInfo")), ""), team_blocked: required(boolean(), ""), team_id: required(string(), ""), user_id: required(string(), ""), zdr_status: required(ref("ZdrStatus"), "") }),
  MeApiKeyInfo: object("", { api_key_id: required(string(), ""), blocked: required(boolean(), ""), disabled: required(boolean(), ""), redacted_api_key: required(string(), "") }),
  MeOAuthInfo: object("", { client_id: required(string(), "") }),
  ZdrStatus: named("", oneOf("no_zdr", "zdr", "pii_scrubbing")),
};
