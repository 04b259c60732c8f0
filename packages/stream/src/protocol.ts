/** What a conversation is made of: something that was said to the model, or an answer of it. */
export interface Turn<Item> {
  readonly kind: "input" | "answer";
  /** As the wire has them: messages of a chat, items of a response. */
  readonly items: readonly Item[];
  /** Of an answer, the id that the server gave it; a stored response is continued by it. */
  readonly id?: string | undefined;
}

/** A call of one of your own functions. */
export interface ToolCall {
  /** What its result refers to. */
  readonly id: string;
  readonly name: string;
  /** JSON text, as the model wrote it. */
  readonly arguments: string;
}

/** What the model is told about a call. */
export interface ToolResult {
  readonly call: ToolCall;
  /** What the function returned, as text; of a failure `{"error": "…"}`. */
  readonly output: string;
  readonly isError: boolean;
}

/** What the model is told about a function. */
export interface ToolDeclaration {
  readonly name: string;
  readonly description?: string | undefined;
  /** JSON Schema of the arguments, an object. */
  readonly parameters: Record<string, unknown>;
}

/** What answers of every protocol have in common. */
export interface AnyAnswer {
  readonly id: string;
  readonly usage?: object | null | undefined;
}

/** The usage of an answer that states one. */
export type UsageOf<Answer extends AnyAnswer> = NonNullable<Answer["usage"]>;

/**
 * How one of the API's protocols writes conversations. There is one of each: `chatProtocol`, `responseProtocol`,
 * `storedResponseProtocol` and `messageProtocol`.
 */
export interface Protocol<Item extends object, Next, Tool, Answer extends AnyAnswer> {
  readonly name: "chat" | "responses" | "messages";
  /** The part of a request that holds the conversation, and asks for a stream. */
  readonly next: (turns: readonly Turn<Item>[]) => Next;
  /** An answer as the next request repeats it. */
  readonly itemsOf: (answer: Answer) => Item[];
  /** Whether the model was stopped before it was done. */
  readonly isCutOff: (answer: Answer) => boolean;
  /** The calls of your own functions in an item. */
  readonly callsIn: (item: Item) => ToolCall[];
  readonly toResults: (results: readonly ToolResult[]) => Item[];
  readonly toTool: (tool: ToolDeclaration) => Tool;
}

/** What can be said to a model: a text, an item as the wire has it, or several. */
export type TurnInput<Item> = string | Item | readonly Item[];
