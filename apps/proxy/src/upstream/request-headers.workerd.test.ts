import { expect, it } from "vitest";
import {
  canaryKey,
  clientKey,
  jsonPost,
  pageOrigin,
  proxyUnderTest,
} from "../../testing/proxy-under-test.ts";

const clientHeaders = {
  "content-type": "application/json; charset=utf-8",
  accept: "text/event-stream",
  "x-grok-conv-id": "conversation-1",
  origin: pageOrigin,
  cookie: "session=secret",
  "accept-encoding": "gzip, br",
  "accept-language": "de",
  "api-key": "x",
  "cf-access-jwt-assertion": "jwt",
  "cf-connecting-ip": "203.0.113.7",
  forwarded: "for=203.0.113.7",
  "idempotency-key": "1",
  "openai-organization": "org",
  "proxy-authorization": "Basic eA==",
  referer: "https://app.example.com/private",
  te: "trailers",
  "user-agent": "client/1.0",
  "x-api-key": "x",
  "x-client-request-id": "1",
  "x-forwarded-for": "203.0.113.7",
  "x-forwarded-host": "evil.example",
  "x-http-method-override": "DELETE",
  "x-real-ip": "203.0.113.7",
  "x-stainless-lang": "js",
};

it("sends the upstream the key, the client's accept and conversation id, a plain content type, and no other header", async () => {
  const { ask, calls } = await proxyUnderTest();
  expect(await ask("/v1/responses", { ...jsonPost, headers: clientHeaders })).toMatchObject({ status: 200 });
  expect(calls.map(({ headers }) => headers)).toEqual([
    {
      accept: "text/event-stream",
      "accept-encoding": "identity",
      authorization: `Bearer ${canaryKey}`,
      "content-type": "application/json",
      "x-grok-conv-id": "conversation-1",
    },
  ]);
});

it("sends a GET without a content type and without headers that the client left out", async () => {
  const { ask, calls } = await proxyUnderTest();
  await ask("/v1/models", { headers: { "content-type": "application/json" } });
  expect(calls.map(({ headers }) => headers)).toEqual([
    { "accept-encoding": "identity", authorization: `Bearer ${canaryKey}` },
  ]);
});

it("never sends the client's own key", async () => {
  const { ask, calls } = await proxyUnderTest();
  await ask("/v1/models");
  expect(calls).toHaveLength(1);
  expect(JSON.stringify(calls)).not.toContain(clientKey);
});
