import { describe, expect, it } from "vitest";
import { inseparable } from "./inseparable.ts";

const call = (id: string) => ({ type: "function_call", call_id: id });
const result = (id: string) => ({ type: "function_call_output", call_id: id });
const reasoning = { type: "reasoning", summary: [] };
const user = { role: "user", content: "Hi" };
const message = { type: "message", role: "assistant", content: [] };

describe("what belongs together", () => {
  it("is all of an answer", () => {
    const search = { type: "web_search_call", call_id: "" };
    const units = inseparable<object>([
      { kind: "input", items: [user] },
      { kind: "answer", items: [reasoning, search, message] },
    ]);
    expect(units.map(({ items }) => items)).toEqual([[user], [reasoning, search, message]]);
  });

  it("is in what was brought along a call and its result, and reasoning and what comes after it", () => {
    const units = inseparable<object>([
      { kind: "input", items: [user, reasoning, call("a"), call("b"), result("a"), result("b"), message] },
    ]);
    expect(units.map(({ items }) => items)).toEqual([
      [user],
      [reasoning, call("a"), result("a")],
      [call("b"), result("b")],
      [message],
    ]);
  });

  it("is every call that one message answers", () => {
    const use = (id: string) => ({ role: "assistant", content: [{ type: "tool_use", id }] });
    const both = {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: "a" },
        { type: "tool_result", tool_use_id: "b" },
      ],
    };
    const units = inseparable<object>([{ kind: "input", items: [use("a"), use("b"), both] }]);
    expect(units.map(({ items }) => items)).toEqual([[use("a"), use("b"), both]]);
  });
});
