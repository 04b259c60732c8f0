import type { Answer, AnswerRequest } from "@xai-edge/mock";

/** A question whose answer has something wide of every kind in it. */
export const wide = "Show me something wide";
/** A question whose answer tries to run code and to reach another host. */
export const hostile = "Show me something hostile";

const answers: Readonly<Record<string, string>> = {
  [wide]: [
    `A word of one piece: ${"wide".repeat(60)}`,
    `| ${"column | ".repeat(12)}\n|${" --- |".repeat(12)}\n| ${"a-cell-with-text | ".repeat(12)}`,
    `\`\`\`ts\nconst line = "${"long ".repeat(60)}";\n\`\`\``,
    `And \`${"code_in_a_line_".repeat(12)}\`, and https://example.com/${"path/".repeat(40)}`,
  ].join("\n\n"),
  [hostile]: [
    "![a picture](https://elsewhere.example/picture.png)",
    '<img src="https://elsewhere.example/html.png" onerror="document.title = \'broken\'">',
    "<script>document.title = 'broken'</script>",
    "[a link](javascript:document.title='broken')",
    "The end",
  ].join("\n\n"),
};

/** Counts as far as it is asked to, a number a token, and thinks a little before; to anything else the simulator has its own words. */
export function answerTo({ text }: AnswerRequest): Answer | string | undefined {
  const [, thoughts, end] = /^(?:Think of (\d+), then )?[Cc]ount to (\d+)/.exec(text) ?? [];
  if (end === undefined) return answers[text];
  return { reasoning: numbersTo(Number(thoughts ?? 3)), text: numbersTo(Number(end)) };
}

/** The pieces of an answer that counts. */
export function numbersTo(end: number): string[] {
  return Array.from({ length: end }, (_, index) => (index === 0 ? "1" : ` ${index + 1}`));
}
