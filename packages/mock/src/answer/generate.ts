import { checkPrompt } from "../prompt/check-prompt.ts";
import type { Prompt } from "../prompt/prompt.ts";
import { createRandom } from "../random.ts";
import type { Simulation } from "../simulation.ts";
import type { AnswerRequest } from "./answer.ts";
import { composeAnswer, lastUserText } from "./compose-answer.ts";
import { toGeneration, type Generation } from "./generation.ts";

type Origin = AnswerRequest extends infer Each
  ? Each extends AnswerRequest
    ? Pick<Each, "operation" | "body">
    : never
  : never;

/** Makes the answers to a prompt, as the script of the simulator says or else by itself. */
export async function generate(
  simulation: Simulation,
  prompt: Prompt,
  origin: Origin,
  count = 1,
): Promise<Generation[]> {
  checkPrompt(prompt);
  const text = lastUserText(prompt);
  const generations: Generation[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(
      simulation.seed,
      prompt.seed ?? "",
      prompt.model.wire.id,
      JSON.stringify(prompt.turns),
      index,
    );
    // One after the other: a script may count its calls.
    const scripted = await simulation.answer?.({ ...origin, model: prompt.model.wire.id, text, index });
    const answer = typeof scripted === "string" ? { text: scripted } : scripted;
    generations.push(toGeneration(prompt, answer ?? composeAnswer(prompt, random), random));
  }
  return generations;
}
