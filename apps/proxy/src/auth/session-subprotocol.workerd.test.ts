import { describe, expect, it } from "vitest";
import { sessionSubprotocol } from "./session-subprotocol.ts";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
const name = `xai-edge.session.${token}`;

function offering(protocols: string | undefined) {
  const headers = protocols === undefined ? {} : { "sec-websocket-protocol": protocols };
  return sessionSubprotocol(new Request("https://proxy.example/v1/realtime", { headers }));
}

describe("the subprotocols of a WebSocket request", () => {
  it("may carry one session token", () => {
    expect(offering(name)).toEqual({ name, token });
    expect(offering(`realtime, ${name}`)).toEqual({ name, token });
  });

  it.each([
    undefined,
    "",
    "realtime",
    "xai-edge.session.",
    "xai-edge.session.client-key-Jp2nVb6Rc8",
    `xai-client-secret.${token}`,
    `${name},${name}`,
  ])("carry none as %j", (protocols) => {
    expect(offering(protocols)).toBeUndefined();
  });
});
