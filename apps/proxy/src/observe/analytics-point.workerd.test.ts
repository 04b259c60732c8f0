import { expect, it } from "vitest";
import { toAnalyticsPoint } from "./analytics-point.ts";
import { jsonPost, proxyUnderTest } from "../../testing/proxy-under-test.ts";

it("of each request says what its log line says, and nothing that was sent", async () => {
  const points: object[] = [];
  const { ask } = await proxyUnderTest({
    env: { ANALYTICS: { writeDataPoint: (point) => points.push(point) } },
    answer: () => Response.json({ id: "r1", usage: { cost_in_usd_ticks: 77 } }),
  });
  await ask("/v1/responses", { ...jsonPost, body: '{"model":"grok-4","input":"canary-prompt"}' });
  await ask("/v1/models", { authorization: "Bearer canary-token" });
  expect(points).toEqual([
    {
      indexes: [expect.stringMatching(/^[\da-f]{12}$/)],
      blobs: ["responses.create", "grok-4", "", "POST", "whole"],
      doubles: [200, expect.any(Number), expect.any(Number), 42, 77],
    },
    {
      indexes: ["none"],
      blobs: ["models.list", "", "invalid_client_key", "GET", ""],
      doubles: [401, expect.any(Number), expect.any(Number), 0, 0],
    },
  ]);
  expect(JSON.stringify(points)).not.toContain("canary");
});

it("of a stream's end has no method and no status", () => {
  expect(
    toAnalyticsPoint({
      event: "stream",
      id: "1",
      route: "responses.create",
      subject: "ann",
      end: "abandoned",
      ticks: 5,
      totalMs: 70,
    }),
  ).toEqual({
    indexes: ["ann"],
    blobs: ["responses.create", "", "", "", "abandoned"],
    doubles: [0, 0, 70, 0, 5],
  });
});

it("never keeps an answer back when it cannot be written", async () => {
  const { ask } = await proxyUnderTest({
    env: {
      ANALYTICS: {
        writeDataPoint: () => {
          throw new Error("too many points");
        },
      },
    },
  });
  expect((await ask("/v1/models")).status).toBe(200);
});
