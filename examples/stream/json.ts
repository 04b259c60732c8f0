// Shows a structured answer while it is being written, each item once it is complete, and uses the whole.
import process from "node:process";
import { createXai, toResponseFormat } from "@xai-edge/core";
import { jsonOf, textOf } from "@xai-edge/stream";
import * as z from "zod";

const Recipe = z.object({
  title: z.string(),
  ingredients: z.array(z.object({ name: z.string(), grams: z.number() })),
});

const xai = createXai({ baseURL: process.env["XAI_BASE_URL"], apiKey: process.env["XAI_API_KEY"] });
const stream = await xai.chat.completions.create({
  model: "grok-4",
  messages: [{ role: "user", content: "How do I make pancakes?" }],
  response_format: toResponseFormat(Recipe, { name: "recipe" }),
  stream: true,
});
const recipe = jsonOf(textOf(stream), {
  schema: Recipe,
  onItem: ({ path, value }) => console.log(`\n${path.join("/")} is complete: ${JSON.stringify(value)}`),
});
for await (const { title = "", ingredients = [] } of recipe) {
  process.stdout.write(`\r${title}, ${ingredients.length} ingredients`);
}
const { ingredients } = await recipe.final();
console.log(`\n${ingredients.reduce((sum, { grams }) => sum + grams, 0)} grams in all`);
