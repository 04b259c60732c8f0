import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { picture, pictureBytes } from "./material.ts";

export const imageSamples: SamplesOf<"images"> = {
  "images.generate": [
    { args: [{ prompt: "A fox" }] },
    {
      as: "with settings",
      args: [
        {
          prompt: "A fox",
          model: "grok-imagine-image-2.0",
          n: 2,
          aspect_ratio: "16:9",
          resolution: "1k",
          response_format: "b64_json",
          user: "user_1",
        },
      ],
    },
    {
      as: "kept as a file",
      args: [
        { prompt: "A fox", storage_options: { filename: "fox.png", expires_after: 3600, public_url: true } },
      ],
    },
    { as: "for later", answer: "deferred", args: [{ prompt: "A fox", deferred: true }] },
  ],
  "images.edit": [
    {
      as: "of bytes",
      args: [{ prompt: "A blue fox", image: pictureBytes }],
      sends: { prompt: "A blue fox", image: { url: picture } },
    },
    {
      as: "of several images",
      args: [
        {
          prompt: "Both in one",
          images: [new Blob([pictureBytes]), "https://media.example/fox.png", { url: picture }],
          n: 1,
        },
      ],
      sends: {
        prompt: "Both in one",
        images: [{ url: picture }, { url: "https://media.example/fox.png" }, { url: picture }],
        n: 1,
      },
    },
    {
      as: "for later",
      answer: "deferred",
      args: [{ prompt: "A blue fox", image: { url: picture }, deferred: true }],
    },
  ],
  "images.retrieve": [
    { args: started },
    {
      as: "too early",
      answer: "pending",
      args: started,
      returns: (id) => ({ request_id: id, status: "pending" }),
      mock: { pendingLooks: 1 },
    },
    {
      as: "of a job that failed",
      args: started,
      mock: { jobOutcome: () => ({ code: "internal_error", message: "No fox was found." }) },
    },
  ],
  "images.wait": [
    {
      operation: "images.retrieve",
      args: async (xai) => [...(await started(xai)), { intervalMs: 1 }],
      sends: {},
      mock: { pendingLooks: 3 },
    },
  ],
};

async function started(xai: Xai): Promise<[requestId: string]> {
  return [(await xai.images.generate({ prompt: "A fox", deferred: true })).request_id];
}
