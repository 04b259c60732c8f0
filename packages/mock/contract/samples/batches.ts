import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";

const messages = [{ role: "user" as const, content: "Hello" }];
const video = { url: "https://media.example/fox.mp4" };
const image = { url: "https://media.example/fox.png" };

export const batchSamples: SamplesOf<"batches"> = {
  "batches.create": [
    { args: [{ name: "Night" }] },
    {
      as: "from a file",
      args: async (xai) => {
        const line = {
          custom_id: "a",
          method: "POST",
          url: "/v1/chat/completions",
          body: { model: "grok-4", messages },
        };
        const file = new File([JSON.stringify(line)], "night.jsonl");
        return [{ name: "Night", input_file_id: (await xai.files.create({ file })).id }];
      },
    },
  ],
  "batches.list": [
    {
      args: async (xai) => {
        await filled(xai);
        return [];
      },
    },
    {
      as: "page by page",
      args: async (xai) => {
        await filled(xai);
        await created(xai);
        return [{ limit: 1 }];
      },
    },
  ],
  "batches.retrieve": [{ args: filled }],
  "batches.cancel": [{ args: filled }],
  "batches.wait": [
    {
      operation: "batches.retrieve",
      args: async (xai) => [...(await filled(xai)), { intervalMs: 1 }],
      sends: {},
      mock: { pendingLooks: 2 },
    },
  ],
  "batches.requests.create": [
    {
      args: async (xai) => [
        ...(await created(xai)),
        {
          batch_requests: [
            { batch_request_id: "a", batch_request: { chat_get_completion: { model: "grok-4", messages } } },
            { batch_request_id: "b", batch_request: { responses: { model: "grok-4", input: "Hello" } } },
            { batch_request_id: "c", batch_request: { image_generation: { prompt: "A fox" } } },
            { batch_request_id: "d", batch_request: { image_edit: { prompt: "A blue fox", image } } },
            { batch_request_id: "e", batch_request: { video_generation: { prompt: "A fox" } } },
            { batch_request_id: "f", batch_request: { video_generation: { prompt: "Make it snow", video } } },
            { batch_request: { video_extension: { prompt: "The fox sleeps", video } } },
          ],
        },
      ],
      returns: () => undefined,
    },
  ],
  "batches.requests.list": [
    { args: filled },
    { as: "page by page", args: async (xai) => [...(await filled(xai)), { limit: 1 }] },
  ],
  "batches.results.list": [
    { args: filled },
    { as: "page by page", args: async (xai) => [...(await filled(xai)), { limit: 1 }] },
  ],
};

async function created(xai: Xai): Promise<[batchId: string]> {
  return [(await xai.batches.create({ name: "Night" })).batch_id];
}

/** A batch of which one request can be answered and one cannot. */
async function filled(xai: Xai): Promise<[batchId: string]> {
  const [id] = await created(xai);
  await xai.batches.requests.create(id, {
    batch_requests: ["grok-4", "grok-0"].map((model) => ({
      batch_request_id: model,
      batch_request: { chat_get_completion: { model, messages } },
    })),
  });
  return [id];
}
