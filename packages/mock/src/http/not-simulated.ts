import { RefusedRequest } from "./refused-request.ts";

/** The simulator's own 501, for what the API can do and the simulator cannot. */
export function notSimulated(what: string): RefusedRequest {
  return new RefusedRequest(501, {
    code: "Not simulated",
    error: `The simulator does not do ${what}; the real API does.`,
  });
}
