import type { Bundler } from "./bundle.ts";

/** What a user's bundle may weigh. */
export interface SizeBudget {
  readonly name: string;
  /** The module that is bundled, as a user would write it. */
  readonly entry: string;
  /** The most bytes the minified bundle may have after gzip. */
  readonly limitBytes: number;
  /** `esbuild` unless told otherwise. */
  readonly bundler?: Bundler;
}

/** Every promise about size is a line here. */
export const sizeBudgets: readonly SizeBudget[] = [
  // The aim is 7,168 for the whole client and 3,584 for one operation. Deadlines, retries, typed errors and streams are
  // 4.8 KB of the first and nearly all of the second; uploads, lists, waits and the catalog of models make up the rest.
  {
    name: "core, the whole client",
    entry: 'import { createXai } from "@xai-edge/core"; console.log(createXai);',
    limitBytes: 10_000,
  },
  {
    name: "core, one operation alone",
    entry:
      'import { createChatCompletion, createTransport } from "@xai-edge/core"; ' +
      "console.log(createTransport, createChatCompletion);",
    limitBytes: 5_150,
  },
  ...[
    "foldChat",
    "foldResponse",
    "foldMessage",
    "createChatFold",
    "createResponseFold",
    "createMessageFold",
    "textOf",
    "reasoningOf",
    "refusalOf",
    "citationsOf",
    "toolCallsOf",
    "toolCallDeltasOf",
    "serverToolsOf",
    "usageOf",
    "toReadableStream",
    "createJsonParser",
    "jsonOf",
    "pace",
  ].map((piece) => ({
    name: `stream, ${piece}`,
    entry: `import { ${piece} } from "@xai-edge/stream"; console.log(${piece});`,
    limitBytes: 2048,
  })),
  {
    name: "stream, fork",
    entry: 'import { fork } from "@xai-edge/stream"; console.log(fork);',
    limitBytes: 2048,
  },
  {
    name: "stream, meter",
    entry: 'import { meter } from "@xai-edge/stream"; console.log(meter);',
    limitBytes: 2048,
  },
  {
    name: "stream, createMeter",
    entry: 'import { createMeter } from "@xai-edge/stream"; console.log(createMeter);',
    limitBytes: 2048,
  },
  {
    name: "stream, toEventStream",
    entry: 'import { toEventStream } from "@xai-edge/stream"; console.log(toEventStream);',
    limitBytes: 2048,
  },
  {
    name: "stream, toResponse",
    entry: 'import { toResponse } from "@xai-edge/stream"; console.log(toResponse);',
    limitBytes: 2048,
  },
  {
    name: "stream, toJsonLines",
    entry: 'import { toJsonLines } from "@xai-edge/stream"; console.log(toJsonLines);',
    limitBytes: 2048,
  },
  {
    name: "stream, toJsonLinesResponse",
    entry: 'import { toJsonLinesResponse } from "@xai-edge/stream"; console.log(toJsonLinesResponse);',
    limitBytes: 2048,
  },
  {
    name: "stream, toTextStream",
    entry: 'import { toTextStream } from "@xai-edge/stream"; console.log(toTextStream);',
    limitBytes: 2048,
  },
  {
    name: "stream, toTextResponse",
    entry: 'import { toTextResponse } from "@xai-edge/stream"; console.log(toTextResponse);',
    limitBytes: 2048,
  },
  {
    name: "stream, fromResponse",
    entry: 'import { fromResponse } from "@xai-edge/stream"; console.log(fromResponse);',
    limitBytes: 2048,
  },
  {
    name: "stream, createMemoryStore",
    entry: 'import { createMemoryStore } from "@xai-edge/stream"; console.log(createMemoryStore);',
    limitBytes: 2048,
  },
  {
    name: "stream, record",
    entry: 'import { record } from "@xai-edge/stream"; console.log(record);',
    limitBytes: 2048,
  },
  {
    name: "stream, resume",
    entry: 'import { resume } from "@xai-edge/stream"; console.log(resume);',
    limitBytes: 2048,
  },
  {
    name: "stream, resumable",
    entry: 'import { resumable } from "@xai-edge/stream"; console.log(resumable);',
    limitBytes: 2048,
  },
  {
    name: "stream, createTool",
    entry: 'import { createTool } from "@xai-edge/stream"; console.log(createTool);',
    limitBytes: 2048,
  },
  {
    name: "stream, createToolbox",
    entry: 'import { createToolbox } from "@xai-edge/stream"; console.log(createToolbox);',
    limitBytes: 2048,
  },
  {
    name: "stream, createConversation, one protocol",
    entry:
      'import { createConversation, chatProtocol } from "@xai-edge/stream"; console.log(createConversation, chatProtocol);',
    limitBytes: 2048,
  },
  {
    name: "stream, conversationFromJson",
    entry: 'import { conversationFromJson } from "@xai-edge/stream"; console.log(conversationFromJson);',
    limitBytes: 2048,
  },
  {
    name: "stream, trimTurns",
    entry: 'import { trimTurns } from "@xai-edge/stream"; console.log(trimTurns);',
    limitBytes: 2048,
  },
  {
    name: "stream, compactTurns",
    entry: 'import { compactTurns } from "@xai-edge/stream"; console.log(compactTurns);',
    limitBytes: 2048,
  },
  {
    name: "stream, wireEventsOf",
    entry: 'import { wireEventsOf } from "@xai-edge/stream"; console.log(wireEventsOf);',
    limitBytes: 2048,
  },
  // The loop fits alone, and so does each protocol; together they are up to 160 bytes over what a piece may weigh. Errors are
  // 210 of it, reading once, leaving and aborting 400, summing usage and cost 180.
  {
    name: "stream, runTools",
    entry: 'import { runTools } from "@xai-edge/stream"; console.log(runTools);',
    limitBytes: 2048,
  },
  ...["chatProtocol", "responseProtocol", "storedResponseProtocol", "messageProtocol"].map((protocol) => ({
    name: `stream, runTools with ${protocol}`,
    entry: `import { runTools, ${protocol} } from "@xai-edge/stream"; console.log(runTools, ${protocol});`,
    limitBytes: 2_210,
  })),
  ...(["esbuild", "rolldown"] as const).map((bundler) => ({
    name: "schema, the one of a model",
    entry: 'import { Model } from "@xai-edge/schema"; console.log(Model);',
    limitBytes: 6144,
    bundler,
  })),
];
