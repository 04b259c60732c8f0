import type { Wire } from "@xai-edge/core";

/** An event of any of the three protocols: a chunk of a chat completion, or an event of a response or a message. */
export type AnswerEvent = Wire.ChatResponseChunk | Wire.ResponseStreamEvent | Wire.MessageStreamEvent;

/** A streamed answer, as the client gives it; a stream that is folded is one too. */
export type AnswerStream = AsyncIterable<AnswerEvent>;
