import {
  array,
  boolean,
  named,
  nullable,
  object,
  oneOf,
  optional,
  ref,
  required,
  string,
  type Area,
} from "./notation.ts";

const growing = "Bookkeeping about the key; its state can be judged without it.";

export const account: Area = {
  ApiKey: object("The API key that made the request: whose it is, what it may do and whether it works.", {
    api_key_id: required(string(), "Identifies the key without revealing it."),
    name: required(string(), "What its maker called it."),
    redacted_api_key: required(string(), "The key with its middle blanked out."),
    user_id: required(string(), "Whom the key belongs to."),
    team_id: required(string(), "Team that pays for the key's use."),
    acls: optional(array(string()), "What it may do, such as `api-key:model:*` or `api-key:endpoint:*`.", {
      differs: growing,
    }),
    api_key_blocked: required(boolean(), "Whether xAI has blocked the key."),
    api_key_disabled: required(boolean(), "Whether the key has been switched off."),
    team_blocked: required(boolean(), "Whether the whole team is blocked."),
    create_time: optional(string(), "When it was made, as an RFC 3339 time.", { differs: growing }),
    modify_time: optional(string(), "When its settings last changed, as an RFC 3339 time.", {
      differs: growing,
    }),
    modified_by: optional(string(), "User who last changed its settings.", { differs: growing }),
  }),
  GetMeResponse: object("Who is asking, whether by API key or by OAuth token.", {
    user_id: required(string(), "User behind the credential."),
    team_id: required(string(), "Team behind the credential."),
    team_blocked: required(boolean(), "Whether the team is barred from making requests."),
    zdr_status: optional(ref("ZdrStatus"), "What xAI keeps of the team's requests.", {
      differs: "A setting of the team; who asks is known without it.",
    }),
    api_key: optional(nullable(ref("MeApiKeyInfo")), "The key in use; absent for an OAuth token."),
    oauth: optional(nullable(ref("MeOAuthInfo")), "The application in use; absent for an API key."),
  }),
  MeApiKeyInfo: object("The API key that made a request, in brief.", {
    api_key_id: required(string(), "Identifies the key without revealing it."),
    redacted_api_key: required(string(), "The key with its middle blanked out."),
    blocked: required(boolean(), "Whether xAI has blocked the key."),
    disabled: required(boolean(), "Whether the key has been switched off."),
  }),
  MeOAuthInfo: object("The application that made a request on a user's behalf.", {
    client_id: required(string(), "Identifier under which the application is registered."),
  }),
  ZdrStatus: named(
    "What is kept of a team's requests: the usual (`no_zdr`), nothing (`zdr`) or all but personal data (`pii_scrubbing`).",
    oneOf("no_zdr", "zdr", "pii_scrubbing"),
  ),
};
