import type { Wire } from "@xai-edge/core";
import { createRandom, createUuid } from "../random.ts";
import type { Simulation } from "../simulation.ts";
import { whole, type Handlers } from "./area.ts";

export const accountHandlers: Handlers = {
  "account.apiKey": ({ simulation }) => {
    const key: Wire.ApiKey = {
      ...keyOf(simulation),
      ...ownerOf(simulation),
      name: "Simulated key",
      create_time: "2026-01-01T00:00:00.000000Z",
      modify_time: "2026-01-01T00:00:00.000000Z",
      modified_by: ownerOf(simulation).user_id,
      acls: ["api-key:model:*", "api-key:endpoint:*"],
      api_key_blocked: false,
      api_key_disabled: false,
    };
    return whole(key);
  },
  "account.me": ({ simulation }) => {
    const me: Wire.GetMeResponse = {
      ...ownerOf(simulation),
      zdr_status: "no_zdr",
      api_key: { ...keyOf(simulation), blocked: false, disabled: false },
    };
    return whole(me);
  },
};

/** The same whatever key is sent: of a real one not even its last letters come back. */
function keyOf({ seed }: Simulation): Pick<Wire.ApiKey, "api_key_id" | "redacted_api_key"> {
  return { api_key_id: createUuid(createRandom(seed, "key")), redacted_api_key: "xai-...mock" };
}

function ownerOf({ seed }: Simulation): Pick<Wire.ApiKey, "user_id" | "team_id" | "team_blocked"> {
  return {
    user_id: createUuid(createRandom(seed, "user")),
    team_id: createUuid(createRandom(seed, "team")),
    team_blocked: false,
  };
}
