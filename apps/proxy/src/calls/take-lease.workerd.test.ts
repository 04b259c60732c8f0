import { describe, expect, it } from "vitest";
import type { BudgetRefusal, SubjectLedger } from "../budget/admission.ts";
import { readConfig } from "../config/config.ts";
import { toErrorResponse, toProxyError } from "../http/error-envelope.ts";
import { free } from "../policy/checked-request.ts";
import { nothingUsed, settlementOf, takeLease } from "./take-lease.ts";

const bill = { ticks: 30_000_000_000, inputTokens: 1_000, outputTokens: 2_000 };

describe("the settlement of a call", () => {
  it("is what it was billed, however little was reserved for it", () => {
    for (const worstTicks of [0, 1, 1e12]) {
      expect(settlementOf({ lease: "l", worstTicks }, bill)).toEqual({
        lease: "l",
        ticks: bill.ticks,
        tokens: 3_000,
      });
    }
  });

  it("is nothing for what only fetches the answer, and with it the bill, of another call", () => {
    expect(settlementOf({ lease: "l", worstTicks: 0, fetches: true }, bill)).toEqual(
      settlementOf({ lease: "l", worstTicks: 0 }, nothingUsed),
    );
  });

  it("is the whole reservation where no bill is known", () => {
    expect(settlementOf({ lease: "l", worstTicks: 5 }, undefined)).toEqual({ lease: "l" });
  });

  const model = { id: "m", usdPerMillionTokens: { input: 1, output: 10 } };

  it("is the price of the tokens where those alone are billed, and both are known", () => {
    const terms = { lease: "l", worstTicks: 1e9, model };
    expect(settlementOf(terms, { inputTokens: 10, outputTokens: 2 })).toEqual({
      lease: "l",
      ticks: 300_000,
      tokens: 12,
    });
    for (const half of [{ inputTokens: 10 }, { outputTokens: 2 }]) {
      expect(settlementOf(terms, half)).toEqual({ lease: "l" });
    }
    expect(settlementOf({ lease: "l", worstTicks: 1e9 }, { inputTokens: 0, outputTokens: 0 })).toEqual({
      lease: "l",
    });
  });

  it("is never less than the reservation for an answer that broke off, and more where it said so", () => {
    const settled = (worstTicks: number) =>
      settlementOf({ lease: "l", worstTicks, model }, { ticks: 7, isAtLeast: true });
    expect([settled(5), settled(100)]).toEqual([
      { lease: "l", ticks: 7 },
      { lease: "l", ticks: 100 },
    ]);
  });
});

describe("a refusal for want of budget", () => {
  async function answerTo(
    refusal: BudgetRefusal,
    advice = "",
  ): Promise<{ response: Response; error: unknown }> {
    const { auth, budget, policy } = readConfig({
      XAI_API_KEY: "xai-key",
      PRICES: { m: { usdPerImage: 3.846912 } },
    });
    const ledger: Pick<SubjectLedger, "admit"> = {
      admit: async () => ({ admitted: false, refusal, remaining: {} }),
    };
    const checked = { bodyBytes: 0, search: "", model: "m", isStream: false, names: [], advice };
    const refused = await takeLease({
      caller: { subject: "ann", proof: "client_key" },
      checked: { ...checked, worst: { ...free, images: 1 } },
      config: { auth, budget, policy },
      ledger: ledger as SubjectLedger,
      leaseMs: 1,
    }).catch((error: unknown) => error);
    const response = toErrorResponse(toProxyError(refused));
    return { response, error: Object(await response.json()).error };
  }

  const figures = { limit: 50_000_000_000, left: 11_530_880_000 };
  const cost = "This call can cost up to 3.846912 USD: ";

  it("says what the call can cost, what is left of which budget, and which setting it is", async () => {
    const { response, error } = await answerTo({
      code: "budget_exceeded",
      window: "day",
      ...figures,
      retryAfterSeconds: 7200,
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([402, "7200"]);
    expect(error).toEqual({
      message: `${cost}1.153088 of the budget of 5 USD (LIMITS: day) are left.`,
      type: "insufficient_quota",
      param: null,
      code: "budget_exceeded",
    });
    const session = await answerTo({ code: "budget_exceeded", window: "session", ...figures, left: 0 });
    expect(session.response.headers.has("retry-after")).toBe(false);
    expect(session.error).toMatchObject({
      message: `${cost}0 of the budget of 5 USD (budget_usd: session) are left.`,
    });
  });

  it("is one to try again while the budget is only reserved", async () => {
    const { response, error } = await answerTo({
      code: "budget_reserved",
      window: "month",
      ...figures,
      retryAfterSeconds: 10,
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "10"]);
    expect(error).toMatchObject({
      message: `${cost}1.153088 of the budget of 5 USD (LIMITS: month) are left, until other calls end.`,
      type: "rate_limit_error",
      code: "budget_reserved",
    });
  });

  it("ends with how to ask for less, where there is a way", async () => {
    const { error } = await answerTo(
      { code: "budget_exceeded", window: "day", ...figures },
      " Ask for less.",
    );
    expect(error).toMatchObject({ message: expect.stringMatching(/are left\. Ask for less\.$/) });
  });

  it("keeps the deployment's figures to itself", async () => {
    const { error } = await answerTo({ code: "budget_reserved", window: "deployment", retryAfterSeconds: 2 });
    expect(error).toMatchObject({
      message: `${cost}DEPLOYMENT_BUDGET has less left, until other calls end.`,
    });
  });
});
