import type { Prompt } from "../prompt/prompt.ts";
import type { Random } from "../random.ts";
import { composeCode, isAboutCode } from "./compose-code.ts";
import { toOneLine } from "./quote.ts";
import { findTopic } from "./topic.ts";

/** Writes a Markdown answer that takes up the user's message and says that it is simulated. */
export function composeText(prompt: Prompt, text: string, random: Random): string {
  const topic = findTopic(text);
  const words = askedLength(text);
  if (words !== undefined && words <= 40) return shortAnswer(words);
  const parts = [
    `**This answer is simulated.** ${random.pick(disclaimers)}`,
    ...taking(prompt, text, topic, random),
    topic === undefined ? suggestions : listAbout(topic, random),
    ...(isAboutCode(text) ? [composeCode(text)] : []),
  ];
  const closing = random.pick(closings);
  if (words === undefined) return [...parts, closing].join("\n\n");
  return fillUp(parts, closing, words, topic ?? "the question", random);
}

const disclaimers = [
  "No model was asked: the simulator of xai-edge wrote it, word by word, to show how an answer arrives.",
  "It was put together by xai-edge, without a model and without a key, so that you can see streaming at work.",
  "There is no model behind it, only the simulator of xai-edge, which makes up text to be streamed.",
];

const closings = [
  "Ask for *a long answer*, for *300 words* or for *code*, and the simulator will follow.",
  "With a key for the real API in place of the simulator, the same question reaches a real model.",
  "Everything else here is as with the real API: the events, the token counts and the cost.",
];

const suggestions = [
  "To see more of what the simulator can do, ask it for one of these:",
  [
    "- *an explanation of something*, for a list about it",
    "- *a long answer* or *300 words*, to watch a stream for a while",
    "- *a piece of code in Python*, for a code block",
  ].join("\n"),
].join("\n\n");

function taking(prompt: Prompt, text: string, topic: string | undefined, random: Random): string[] {
  const last = prompt.turns.at(-1);
  const images = prompt.turns.findLast(({ role }) => role === "user")?.images ?? 0;
  const lines: string[] = [];
  if (last?.role === "tool") {
    lines.push(
      `\`${last.functionName ?? "The function"}\` returned:\n\n${fence("json", toLines(last.text))}`,
    );
  } else if (text !== "") {
    lines.push(`You wrote:\n\n> ${toOneLine(text, 240)}`);
  }
  if (images > 0) lines.push(`Your message also has ${images === 1 ? "a picture" : `${images} pictures`}.`);
  if (prompt.turns.some(({ role }) => role === "assistant") && last?.role === "user") {
    lines.push("It follows on from what was said before, which came along with your message.");
  }
  if (topic !== undefined) lines.push(random.pick(openings).replace("%", `*${topic}*`));
  return lines;
}

const openings = [
  "A real answer about % would start with what matters most and then go into detail, roughly like this:",
  "Here is how an answer about % could be laid out:",
  "For %, an answer would usually go through these points:",
];

function listAbout(topic: string, random: Random): string {
  const points = [
    `**The short version.** What matters most about *${topic}*, in a sentence or two.`,
    "**The background.** Where it comes from, and what has to be known to follow.",
    "**An example.** Something concrete, because examples stay in mind.",
    "**The limits.** When what is true in general does not hold.",
    "**What next.** A first step to try, or a better question to ask.",
  ];
  const kept = points.filter((_, index) => index === 0 || random.next() < 0.75);
  const isNumbered = random.next() < 0.5;
  return kept.map((point, index) => `${isNumbered ? `${index + 1}.` : "-"} ${point}`).join("\n");
}

/** The number of words that a message asks for, if it asks for a length. */
function askedLength(text: string): number | undefined {
  const [, number, unit] = /\b(\d{1,5})[\s-]*(words?|sentences?|paragraphs?)\b/i.exec(text) ?? [];
  if (number !== undefined && unit !== undefined) {
    const each = unit.toLowerCase().startsWith("w") ? 1 : unit.toLowerCase().startsWith("s") ? 14 : 60;
    return Math.min(Math.max(Number(number) * each, 1), 20_000);
  }
  if (/\b(?:a|one|single) word\b/i.test(text)) return 1;
  if (/\b(?:one|a single) sentence\b|\b(?:briefly|in short)\b/i.test(text)) return 14;
  if (/\b(?:long|detailed|in depth|at length|essay|extensive)\b/i.test(text)) return 600;
  return undefined;
}

function shortAnswer(words: number): string {
  if (words === 1) return "Simulated.";
  const sentence =
    "This answer is simulated: no model was asked, and these words are here only so that you can see an answer of the length that you asked for arrive piece by piece.";
  const all = sentence.split(" ");
  return words >= all.length ? sentence : `${all.slice(0, words).join(" ").replace(/[,:]$/, "")}.`;
}

const sentences = [
  "This sentence is filler that stands where a model would have said something about %.",
  "It is here because you asked for length, and a stream of some length is the best way to see scrolling, stopping and pacing.",
  "Press Stop at any point: the stream ends at its source, and what has arrived stays readable.",
  "A model would weigh several views of % here and say which of them it finds most convincing.",
  "The tokens of this paragraph are counted and billed as the price list of the simulator has it.",
  "Had this been real, there would be a figure or a name here that you would want to check.",
  "Long answers show best whether a page stays smooth while text keeps coming.",
  "Nothing in it was looked up, and nothing in it should be quoted.",
  "Between two points about %, a careful writer would add a sentence that leads from one to the other.",
  "The simulator gives the same answer to the same question, so a test can rely on every word of it.",
];

function fillUp(
  parts: readonly string[],
  closing: string,
  words: number,
  topic: string,
  random: Random,
): string {
  const written = [...parts];
  let missing = words - countWords([...parts, closing].join(" "));
  for (let paragraph = 1; missing > 0; paragraph += 1) {
    const heading = paragraph % 3 === 1 ? `### Part ${(paragraph + 2) / 3}` : undefined;
    if (heading !== undefined) written.push(heading);
    const from = random.below(sentences.length);
    const text = [0, 1, 2, 3]
      .map((step) => sentences[(from + step * 3) % sentences.length]?.replace("%", topic))
      .join(" ");
    written.push(text);
    missing -= countWords(text);
  }
  return [...written, closing].join("\n\n");
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function toLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
