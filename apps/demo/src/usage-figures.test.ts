import { describe, expect, it } from "vitest";
import { type Answer, createAnswer } from "./conversation.ts";
import { usageFigures } from "./usage-figures.ts";

const answer: Answer = {
  ...createAnswer(1_000),
  status: "done",
  content: "Hello",
  usage: {
    prompt_tokens: 1_312,
    completion_tokens: 30,
    total_tokens: 1_612,
    prompt_tokens_details: { text_tokens: 1_312, audio_tokens: 0, image_tokens: 0, cached_tokens: 1_024 },
    completion_tokens_details: {
      reasoning_tokens: 270,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
    num_sources_used: 0,
    cost_in_usd_ticks: 1_466_250,
  },
  timing: { askedAt: 1_000, firstTokenAt: 1_420, contentAt: 3_000, endedAt: 4_420 },
};

describe("usageFigures", () => {
  it("shows tokens by kind, cost, time to the first token and speed", () => {
    expect(usageFigures(answer)).toEqual([
      { label: "prompt", value: "1,312" },
      { label: "cached", value: "1,024" },
      { label: "reasoning", value: "270" },
      { label: "completion", value: "30" },
      { label: "cost", value: "$0.00015" },
      { label: "first token", value: "0.42 s" },
      { label: "speed", value: "100 tokens/s" },
    ]);
  });

  it("shows the time of an answer that was stopped before its usage came", () => {
    expect(usageFigures({ ...answer, status: "stopped", usage: undefined })).toEqual([
      { label: "first token", value: "0.42 s" },
    ]);
  });

  it("shows nothing where nothing arrived", () => {
    expect(usageFigures(createAnswer(1_000))).toEqual([]);
  });

  it("leaves out what the API left out", () => {
    const partial = { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 } as Answer["usage"];
    const timing = { ...answer.timing, firstTokenAt: undefined };
    expect(usageFigures({ ...answer, usage: partial, timing })).toEqual([
      { label: "prompt", value: "5" },
      { label: "completion", value: "1" },
    ]);
  });

  it("calls one token at once no speed", () => {
    const usage = { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 } as Answer["usage"];
    expect(usageFigures({ ...answer, usage }).map(({ label }) => label)).not.toContain("speed");
  });
});
