import { expect, it } from "vitest";
import { headersOf } from "./take-lease.ts";

it("headers of what is left name unit and window of each quota, as the IETF's draft has them", () => {
  expect(
    headersOf({
      requests: { limit: 60, remaining: 59, resetSeconds: 1 },
      tokens: { limit: 1_000, remaining: -5, resetSeconds: 60 },
      budget: { limit: 50_000_000_000, remaining: 49_800_009_999, resetSeconds: 9, windowSeconds: 86_400 },
    }),
  ).toEqual({
    "ratelimit-policy":
      '"requests";q=60;w=60, "tokens";q=1000;qu="tokens";w=60, "budget";q=5000000;qu="micro-usd";w=86400',
    ratelimit: '"requests";r=59;t=1, "tokens";r=0;t=60, "budget";r=4980000;t=9',
  });
});

it("headers of what is left leave out what has no limit, and the window of a budget that does not come back in a day", () => {
  expect(headersOf({ budget: { limit: 10_000, remaining: 10_000 } })).toEqual({
    "ratelimit-policy": '"budget";q=1;qu="micro-usd"',
    ratelimit: '"budget";r=1',
  });
  expect(headersOf({})).toEqual({});
});
