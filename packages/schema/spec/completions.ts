import {
  array,
  boolean,
  float,
  int32,
  int64,
  known,
  named,
  nullable,
  object,
  optional,
  record,
  ref,
  required,
  string,
  union,
  type Area,
} from "./notation.ts";

const needed = "The API answers 422 when it is missing; the reference forgets to mark it required.";
const prose = "The reference states the bound in prose only.";
const streamed = "The reference has no schema for what this endpoint streams.";

export const completions: Area = {
  SampleRequest: object("Asks a model to continue a text: the legacy endpoint, closed to reasoning models.", {
    model: required(ref("ModelId"), "Model to ask; reasoning models refuse.", { differs: needed }),
    prompt: required(ref("SampleContent"), "Text to continue.", { differs: needed }),
    stream: optional(
      nullable(boolean()),
      "Sends the text piece by piece as server-sent events, closed by `[DONE]`, instead of as one body.",
    ),
    stream_options: optional(nullable(ref("StreamOptions")), "Settings for `stream`."),
    max_tokens: optional(
      nullable(int32()),
      "Ceiling on generated tokens; with the prompt it must fit into the model's context.",
    ),
    temperature: optional(
      nullable(float({ min: 0, max: 2 })),
      "Randomness: low values keep to the likeliest words, high ones vary. Change this or `top_p`, not both.",
      { default: 1 },
    ),
    top_p: optional(
      nullable(float()),
      "Draws only from the likeliest tokens that together reach this probability, 1 being all.",
    ),
    n: optional(nullable(int32()), "Number of alternative continuations; all are billed."),
    stop: optional(nullable(array(string(), { max: 4 })), "Texts at which the continuation ends.", {
      differs: prose,
    }),
    echo: optional(nullable(boolean()), "Puts the prompt in front of the continuation."),
    seed: optional(
      nullable(int32()),
      "Makes equal requests give equal texts as far as possible, while `system_fingerprint` stays the same.",
    ),
    presence_penalty: optional(
      nullable(float({ min: -2, max: 2 })),
      "Above 0, words count against themselves once they occurred; `grok-3` refuses the field.",
      { differs: prose },
    ),
    frequency_penalty: optional(
      nullable(float({ min: -2, max: 2 })),
      "Part of OpenAI's API; not supported here.",
      {
        differs: prose,
      },
    ),
    logprobs: optional(
      nullable(boolean()),
      "Asks for the likelihood of every token; `grok-4.20` and newer ignore it.",
    ),
    logit_bias: optional(
      nullable(record(float({ min: -100, max: 100 }))),
      "Weight added to tokens, by token id; not supported here.",
      { differs: prose },
    ),
    best_of: optional(nullable(int32()), "Part of OpenAI's API; not supported here."),
    suffix: optional(nullable(string()), "Text that would follow the continuation; not supported here."),
    user: optional(nullable(string()), "Your id for the end user, which helps xAI to spot abuse."),
  }),
  SampleResponse: object("The continuation of a text.", {
    id: required(string(), "Identifies the answer."),
    object: required(known("text_completion"), "Tag of the object."),
    created: required(int64(), "Unix seconds at which the answer was made."),
    model: required(string(), "Model that answered."),
    choices: required(array(ref("SampleChoice")), "The continuations, as many as `n` asked for."),
    usage: optional(nullable(ref("Usage")), "Tokens used and the bill."),
    system_fingerprint: optional(nullable(string()), "Identifies the configuration that answered."),
  }),
  SampleResponseChunk: object(
    "A piece of a streamed continuation.",
    {
      id: required(string(), "Identifies the answer; the same in all pieces."),
      object: required(known("text_completion"), "Tag of the object."),
      created: required(int64(), "Unix seconds at which the piece was made."),
      model: required(string(), "Model that answers."),
      choices: required(array(ref("SampleChoice")), "What is new in each continuation, to be appended."),
      usage: optional(nullable(ref("Usage")), "Tokens used and the bill, once `include_usage` asked for it."),
      system_fingerprint: optional(nullable(string()), "Identifies the configuration that answers."),
    },
    { differs: streamed },
  ),
  SampleChoice: object("A continuation, or in a stream the next part of it.", {
    index: required(int32(), "Position among the continuations, from 0."),
    text: required(string(), "What was generated."),
    finish_reason: optional(
      nullable(known("stop", "length", "end_turn")),
      "Why it ended: on its own or at a `stop` text, or at the token ceiling; null until then in a stream.",
      { differs: "The reference's own sentence has it null in all chunks but the last." },
    ),
  }),
  SampleContent: named("One text to continue, or several.", union(string(), array(string()))),
  CompleteRequest: object(
    "Asks a model to continue a text, in the shape of Anthropic's former API; closed to reasoning models.",
    {
      model: required(ref("ModelId"), "Model to ask; reasoning models refuse.", { differs: needed }),
      prompt: required(string(), "Text to continue, usually as turns of `Human:` and `Assistant:`.", {
        differs: needed,
      }),
      max_tokens_to_sample: required(int32(), "Ceiling on generated tokens.", { differs: needed }),
      stream: optional(nullable(boolean()), "Asks for the text piece by piece; xAI lists it as unsupported."),
      stop_sequences: optional(
        nullable(array(string(), { max: 4 })),
        "Texts at which the continuation ends.",
        {
          differs: prose,
        },
      ),
      temperature: optional(
        nullable(float({ min: 0, max: 2 })),
        "Randomness: low values keep to the likeliest words, high ones vary. Change this or `top_p`, not both.",
        { default: 1 },
      ),
      top_p: optional(
        nullable(float({ above: 0, max: 1 })),
        "Draws only from the likeliest tokens that together reach this probability.",
        { default: 1 },
      ),
      top_k: optional(nullable(int32()), "Part of Anthropic's API; not supported here."),
      metadata: optional(nullable(ref("MessageMetadata")), "Who the request is for."),
    },
  ),
  CompleteResponse: object("The continuation of a text, in the shape of Anthropic's former API.", {
    id: required(string(), "Identifies the answer."),
    type: required(known("completion"), "Tag of the object."),
    model: required(string(), "Model that answered."),
    completion: required(string(), "What was generated, without the stop sequence."),
    stop_reason: optional(
      nullable(known("stop_sequence", "length", "max_tokens", "end_turn")),
      "Why it ended: on its own or at a stop sequence, or at the token ceiling.",
    ),
  }),
  CompleteResponseChunk: object(
    "A piece of a streamed continuation, in the shape of Anthropic's former API.",
    {
      id: required(string(), "Identifies the answer; the same in all pieces."),
      type: required(known("completion"), "Tag of the object."),
      model: required(string(), "Model that answers."),
      completion: required(string(), "Next part of the text, to be appended."),
      stop_reason: optional(
        nullable(known("stop_sequence", "length", "max_tokens", "end_turn")),
        "Why the text ended; absent or null until its last piece.",
      ),
    },
    { differs: streamed },
  ),
};
