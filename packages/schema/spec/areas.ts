import { account } from "./account.ts";
import { batches } from "./batches.ts";
import { chat } from "./chat.ts";
import { common } from "./common.ts";
import { completions } from "./completions.ts";
import { documents } from "./documents.ts";
import { embeddings } from "./embeddings.ts";
import { files } from "./files.ts";
import { images } from "./images.ts";
import { messages } from "./messages.ts";
import { messagesEvents } from "./messages-events.ts";
import { models } from "./models.ts";
import type { Area } from "./notation.ts";
import { operationParams } from "./operations.ts";
import { responses } from "./responses.ts";
import { responsesEvents } from "./responses-events.ts";
import { skills } from "./skills.ts";
import { tokenize } from "./tokenize.ts";
import { videos } from "./videos.ts";
import { voice } from "./voice.ts";

/** Every area of the API; each becomes one file of types and one of schemas. */
export const areas: Readonly<Record<string, Area>> = {
  common,
  models,
  chat,
  responses,
  responsesEvents,
  operationParams,
  messages,
  messagesEvents,
  completions,
  embeddings,
  tokenize,
  documents,
  images,
  videos,
  files,
  skills,
  batches,
  account,
  voice,
};
