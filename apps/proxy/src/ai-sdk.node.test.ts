import { createXai } from "@ai-sdk/xai";
import {
  APICallError,
  generateImage,
  generateText,
  jsonSchema,
  Output,
  stepCountIs,
  streamText,
  tool,
} from "ai";
import { describe, expect, it, vi } from "vitest";
import { clientKey, poorKey, runForClients, slowKey } from "../testing/run-for-clients.ts";

// The AI SDK with its provider for xAI, with another base URL and another key, and nothing else.

const { simulator, baseURL } = await runForClients({
  ROUTES: "responses.create,images.generate",
});
const xai = createXai({ baseURL, apiKey: clientKey });
const cities = jsonSchema<{ city: string }>({
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
});
const prompt = "Why is the sky blue?";

const model = xai("grok-4");

/** The error of a call that fails. */
async function errorOf(apiKey: string): Promise<unknown> {
  const other = createXai({ baseURL, apiKey })("grok-4");
  return generateText({ model: other, prompt, maxRetries: 0 }).catch((error: unknown) => error);
}

describe("the AI SDK", () => {
  it("streams a text, the same as without streaming, and its usage", async () => {
    const stream = streamText({ model, prompt });
    let streamed = "";
    for await (const text of stream.textStream) streamed += text;
    const whole = await generateText({ model, prompt });
    expect(streamed).toContain("simulated");
    expect(whole.text).toBe(streamed);
    expect((await stream.usage).inputTokens).toBeGreaterThan(0);
    expect(await stream.finishReason).toBe("stop");
  });

  it("runs tools and goes on with their results", async () => {
    const execute = vi.fn<(of: { city: string }) => Promise<string>>(
      async ({ city }) => `It is -3 °C in ${city}.`,
    );
    const { steps } = await generateText({
      model,
      prompt: "What is the weather in Oslo?",
      tools: { weather: tool({ inputSchema: cities, execute }) },
      stopWhen: stepCountIs(2),
    });
    expect(execute).toHaveBeenCalledOnce();
    expect(steps).toHaveLength(2);
    expect(steps[1]?.text).not.toBe("");
  });

  it("gets objects by a schema", async () => {
    const { output } = await generateText({
      model,
      prompt,
      output: Output.object({ schema: cities }),
    });
    expect(output.city).toEqual(expect.any(String));
  });

  it("ends a stream at the upstream when it is aborted", async () => {
    const controller = new AbortController();
    const { textStream } = streamText({
      model,
      prompt: "Write 3000 words about tides",
      abortSignal: controller.signal,
    });
    for await (const _text of textStream) {
      controller.abort();
      break;
    }
    await vi.waitFor(() => expect(simulator.mock.requests.at(-1)?.aborted).toBe(true));
  });

  it("makes pictures, where they are switched on", async () => {
    const { images } = await generateImage({ model: xai.image("grok-imagine-image"), prompt: "A fox" });
    expect(images[0]?.mediaType).toBe("image/png");
  });

  it("gets errors that it understands: the proxy's own", async () => {
    expect(await errorOf("wrong")).toMatchObject({ statusCode: 401, isRetryable: false });
    const poor = await errorOf(poorKey);
    expect(APICallError.isInstance(poor)).toBe(true);
    expect(poor).toMatchObject({
      statusCode: 402,
      isRetryable: false,
      message: expect.stringContaining("budget"),
    });
  });

  it("is told the setting for a seed, which the API is not known to heed in responses", async () => {
    await expect(generateText({ model, prompt, seed: 5, maxRetries: 0 })).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/seed.*POLICY\.allowUnknownFields/),
    });
  });

  it("is told how long to wait after a 429, which it may try again", async () => {
    const first = await errorOf(slowKey);
    expect(first).not.toBeInstanceOf(Error);
    expect(await errorOf(slowKey)).toMatchObject({
      statusCode: 429,
      isRetryable: true,
      responseHeaders: expect.objectContaining({ "retry-after": expect.stringMatching(/^(5\d|60)$/) }),
    });
  });

  it("gets the upstream's errors, and tries again by itself what may be tried", async () => {
    simulator.mock.failNext({ status: 400, body: { code: "Bad", error: "No such thing." } });
    await expect(generateText({ model, prompt, maxRetries: 0 })).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining("No such thing."),
    });
    simulator.mock.failNext({ status: 503, retryAfter: "0" });
    const { text } = await generateText({ model, prompt, maxRetries: 1 });
    expect(text).not.toBe("");
  });
});
