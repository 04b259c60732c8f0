import { expect, it } from "vitest";
import { proxyUnderTest } from "../../testing/proxy-under-test.ts";

it("a failure that nobody foresaw answers 500 with nothing of its reason, and is logged", async () => {
  const { ask, lines } = await proxyUnderTest({
    answer: () => {
      const response = Response.json("in use");
      response.body?.getReader();
      return response;
    },
  });
  const { status, error, headers } = await ask("/v1/models");
  expect(status).toBe(500);
  expect(error).toEqual({
    message: "The proxy failed while handling the request.",
    type: "proxy_error",
    param: null,
    code: "internal_error",
  });
  expect(headers.get("x-request-id")).toBe(lines.map((line) => "id" in line && line.id)[0]);
  expect(lines).toEqual([expect.objectContaining({ status: 500, code: "internal_error" })]);
});
