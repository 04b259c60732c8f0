import { createXai, XaiOptionsError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { describeProblem, type Problem } from "./describe-problem.ts";

async function problemOf(fetch: () => Promise<Response>): Promise<Problem> {
  const xai = createXai({ baseURL: "http://127.0.0.1:8787/v1", fetch, maxRetries: 0 });
  try {
    await xai.models.list();
  } catch (error) {
    return describeProblem(error);
  }
  throw new Error("Expected the call to fail.");
}

describe("describeProblem", () => {
  it("keeps the server's own words, its code and the request id", async () => {
    const problem = await problemOf(async () =>
      Response.json(
        { code: "invalid-argument", error: "Unknown model: grok-0" },
        { status: 400, headers: { "x-request-id": "request-7" } },
      ),
    );
    expect(problem).toMatchObject({
      title: "The request was refused",
      code: "invalid-argument",
      requestId: "request-7",
    });
    expect(problem.message).toContain("Unknown model: grok-0");
    expect(problem.message).not.toContain("request-7");
  });

  it.each([
    [401, "Not allowed"],
    [403, "Not allowed"],
    [404, "The request was refused"],
    [429, "Too many requests"],
    [503, "The service is having trouble"],
  ])("has a title for status %i: %s", async (status, title) => {
    const problem = await problemOf(async () => Response.json({ error: "No." }, { status }));
    expect(problem.title).toBe(title);
  });

  it("tells a connection that failed from an answer that makes no sense", async () => {
    const lost = await problemOf(async () => Promise.reject(new TypeError("Failed to fetch")));
    const odd = await problemOf(async () => new Response("<html>"));
    expect([lost.title, odd.title]).toEqual(["The connection failed", "The answer broke off"]);
  });

  it("says so when nothing could be sent", () => {
    expect(describeProblem(new XaiOptionsError("No base URL")).title).toBe("The request cannot be sent");
  });

  it.each([
    [new RangeError("Out of range"), "Out of range"],
    ["just words", "just words"],
  ])("passes on the words of anything else: %s", (thrown, message) => {
    expect(describeProblem(thrown)).toEqual({
      title: "Something went wrong in this page",
      message,
      code: undefined,
      requestId: undefined,
    });
  });
});
