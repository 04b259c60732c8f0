import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { picture } from "./material.ts";

const video = { url: "https://media.example/fox.mp4" };

export const videoSamples: SamplesOf<"videos"> = {
  "videos.generate": [
    { args: [{ prompt: "A fox runs" }] },
    {
      as: "with settings",
      args: [
        {
          prompt: "The fox runs",
          model: "grok-imagine-video",
          duration: 5,
          aspect_ratio: "16:9",
          resolution: "720p",
          image: { url: picture },
          user: "user_1",
        },
      ],
    },
    {
      as: "kept as a file",
      args: [
        {
          prompt: "A fox runs",
          storage_options: { filename: "fox.mp4", public_url: { expires_after: 3600 } },
        },
      ],
    },
  ],
  "videos.edit": [{ args: [{ prompt: "Make it snow", video, model: "grok-imagine-video" }] }],
  "videos.extend": [{ args: [{ prompt: "The fox sleeps", video, duration: 6 }] }],
  "videos.retrieve": [
    { args: started },
    {
      as: "too early",
      answer: "pending",
      args: started,
      returns: () => ({ status: "pending" }),
      mock: { pendingLooks: 1 },
    },
    {
      as: "half done",
      args: async (xai) => {
        const job = await started(xai);
        await xai.videos.retrieve(...job);
        return job;
      },
      mock: { pendingLooks: 2 },
    },
    {
      as: "of a job that failed",
      args: started,
      mock: { jobOutcome: () => ({ code: "internal_error", message: "No fox was found." }) },
    },
    { as: "of a job that moderation withheld", args: started, mock: { jobOutcome: () => "moderated" } },
  ],
  "videos.wait": [
    {
      operation: "videos.retrieve",
      args: async (xai) => [...(await started(xai)), { intervalMs: 1 }],
      sends: {},
      mock: { pendingLooks: 3 },
    },
  ],
};

async function started(xai: Xai): Promise<[requestId: string]> {
  return [(await xai.videos.generate({ prompt: "A fox runs" })).request_id];
}
