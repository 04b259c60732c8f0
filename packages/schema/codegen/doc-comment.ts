import type { Field, Shape } from "../spec/notation.ts";

const WIDTH = 108;

/** A JSDoc block of these sentences, wrapped, at this indent. */
export function docComment(text: string, indent = ""): string {
  const safe = text.replaceAll("*/", "*\\/").trim();
  if (safe === "") return "";
  if (`${indent}/** ${safe} */`.length <= WIDTH && !safe.includes("\n")) return `${indent}/** ${safe} */\n`;
  const lines: string[] = [];
  for (const paragraph of safe.split("\n").map((part) => part.trim())) {
    let line = "";
    for (const word of paragraph.split(/\s+/)) {
      if (line !== "" && `${indent} * ${line} ${word}`.length > WIDTH) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** A field's sentence followed by the facts that its TypeScript type cannot say. */
export function fieldDoc(field: Field): string {
  const facts = [...limits(field.shape)];
  if (field.default !== undefined) facts.push(`Default: ${JSON.stringify(field.default)}.`);
  if (field.deprecated === true) facts.push("\n@deprecated The API marks this field as deprecated.");
  return [field.doc, ...facts].join(" ");
}

function limits(shape: Shape): string[] {
  switch (shape.kind) {
    case "nullable":
      return limits(shape.of);
    case "number": {
      const { min, above, max } = shape;
      const low = min !== undefined ? `from ${min}` : above !== undefined ? `above ${above}` : "";
      const high = max !== undefined ? `${low === "" ? "up" : ""} to ${max}` : "";
      return low + high === "" ? [] : [`Range: ${`${low}${high}`.trim()}.`];
    }
    case "string": {
      const { minLength, maxLength, format } = shape;
      const said: string[] = [];
      if (format === "date") said.push("Written as YYYY-MM-DD.");
      if (format === "country") said.push("An ISO 3166-1 alpha-2 code.");
      if (minLength !== undefined) said.push(`At least ${count(minLength, "character")}.`);
      if (maxLength !== undefined) said.push(`At most ${count(maxLength, "character")}.`);
      return said;
    }
    case "array": {
      const { min, max } = shape;
      if (min !== undefined && min === max) return [`Exactly ${count(min, "item")}.`];
      const said: string[] = [];
      if (min !== undefined) said.push(`At least ${count(min, "item")}.`);
      if (max !== undefined) said.push(`At most ${count(max, "item")}.`);
      return said;
    }
    default:
      return [];
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
