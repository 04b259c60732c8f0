import type { Xai } from "@xai-edge/core";
import type { SamplesOf } from "../sample.ts";
import { article, manual } from "./material.ts";

export const fileSamples: SamplesOf<"files" | "skills"> = {
  "files.create": [
    { args: [{ file: article }], sends: [["file", { filename: "water.txt" }]] },
    {
      as: "with settings, which go before the file",
      args: [{ file: article, filename: "boiling.txt", expires_after: 3600, purpose: "assistants" }],
      sends: [
        ["expires_after", "3600"],
        ["purpose", "assistants"],
        ["file", { filename: "boiling.txt" }],
      ],
    },
    {
      as: "from a stream",
      args: async () => [{ file: article.stream(), filename: "water.txt" }],
      sends: [["file", { filename: "water.txt" }]],
    },
  ],
  "files.list": [
    { args: uploaded([]), sends: { limit: 100, sort_by: "created_at" } },
    {
      as: "page by page",
      args: uploaded([{ limit: 1, sort_by: "filename", order: "asc", filter: 'name = "water"' }]),
    },
  ],
  "files.retrieve": [{ args: stored }],
  "files.delete": [{ args: stored }],
  "files.content": [
    { args: stored },
    { as: "as text", args: async (xai) => [...(await stored(xai)), { format: "text" }] },
  ],
  "files.publicUrl.create": [
    { args: stored, sends: {} },
    { as: "for an hour", args: async (xai) => [...(await stored(xai)), { expires_after: 3600 }] },
  ],
  "files.publicUrl.revoke": [
    { args: stored },
    {
      as: "of a file that has one",
      args: async (xai) => {
        const file = await stored(xai);
        await xai.files.publicUrl.create(...file);
        return file;
      },
    },
  ],
  "skills.create": [{ args: [{ files: [manual] }], sends: [["files", { filename: "haiku/SKILL.md" }]] }],
  "skills.list": [
    {
      args: async (xai) => {
        await skill(xai);
        return [];
      },
    },
    {
      as: "page by page",
      args: async (xai) => {
        await skill(xai);
        await skill(xai);
        return [{ limit: 1, order: "asc" }];
      },
    },
  ],
  "skills.retrieve": [{ args: skill }],
  "skills.delete": [{ args: skill }],
  "skills.content.retrieve": [{ args: skill }],
};

async function stored(xai: Xai): Promise<[fileId: string]> {
  return [(await xai.files.create({ file: article })).id];
}

/** These arguments, for a team that has two files. */
function uploaded<Args>(args: Args): (xai: Xai) => Promise<Args> {
  return async (xai) => {
    await stored(xai);
    await stored(xai);
    return args;
  };
}

async function skill(xai: Xai): Promise<[skillId: string]> {
  return [(await xai.skills.create({ files: [manual] })).id];
}
