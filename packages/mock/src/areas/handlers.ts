import { accountHandlers } from "./account.ts";
import type { Handlers } from "./area.ts";
import { createBatchHandlers } from "./batches.ts";
import { chatHandlers } from "./chat.ts";
import { completionHandlers } from "./completions.ts";
import { documentHandlers } from "./documents.ts";
import { embeddingHandlers } from "./embeddings.ts";
import { fileHandlers } from "./files.ts";
import { imageHandlers } from "./images.ts";
import { messageHandlers } from "./messages.ts";
import { modelHandlers } from "./models.ts";
import { responseHandlers } from "./responses.ts";
import { skillHandlers } from "./skills.ts";
import { tokenizeHandlers } from "./tokenize.ts";
import { videoHandlers } from "./videos.ts";
import { voiceHandlers } from "./voice.ts";

/** Every operation that the simulator answers. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...chatHandlers,
  ...completionHandlers,
  ...documentHandlers,
  ...embeddingHandlers,
  ...fileHandlers,
  ...imageHandlers,
  ...messageHandlers,
  ...modelHandlers,
  ...responseHandlers,
  ...skillHandlers,
  ...tokenizeHandlers,
  ...videoHandlers,
  ...voiceHandlers,
  ...createBatchHandlers({ ...chatHandlers, ...imageHandlers, ...responseHandlers, ...videoHandlers }),
};
