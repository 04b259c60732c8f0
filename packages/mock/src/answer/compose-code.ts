/** Whether a message asks for code. */
export function isAboutCode(text: string): boolean {
  return /\b(?:code|coding|program(?:ming)?|script|typescript|javascript|python|rust|sql|regex|snippet|algorithm|implement|refactor|debug|compile)\b/i.test(
    text,
  );
}

/** Returns a Markdown code block in the language that the message names; TypeScript when it names none. */
export function composeCode(text: string): string {
  const [language, code] =
    samples.find(([name]) => new RegExp(String.raw`\b${name}\b`, "i").test(text)) ?? typescript;
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

const typescript = [
  "typescript",
  [
    "// Simulated: it runs, but nobody thought about your question.",
    "export function greet(name: string): string {",
    "  return `Hello, ${name}!`;",
    "}",
    "",
    'console.log(greet("simulator"));',
  ].join("\n"),
] as const;

const samples: readonly (readonly [language: string, code: string])[] = [
  [
    "python",
    [
      "# Simulated: it runs, but nobody thought about your question.",
      "def greet(name: str) -> str:",
      '    return f"Hello, {name}!"',
      "",
      'print(greet("simulator"))',
    ].join("\n"),
  ],
  [
    "rust",
    [
      "// Simulated: it runs, but nobody thought about your question.",
      "fn main() {",
      '    println!("Hello, {}!", "simulator");',
      "}",
    ].join("\n"),
  ],
  [
    "sql",
    "-- Simulated: it runs, but nobody thought about your question.\nSELECT 'Hello, simulator!' AS greeting;",
  ],
];
