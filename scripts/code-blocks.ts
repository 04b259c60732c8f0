/** A block of code in a Markdown document. */
export interface CodeBlock {
  language: string;
  /** Line of its first line of code, from 1. */
  line: number;
  code: string;
}

/** The fenced code blocks of a Markdown text. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { fence: string; language: string; line: number; code: string[] } | undefined;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const fence = /^\s*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
    if (open === undefined) {
      if (fence) open = { fence: fence[1] ?? "", language: fence[2] ?? "", line: index + 2, code: [] };
    } else if (fence && fence[2] === "" && fence[1]?.startsWith(open.fence)) {
      blocks.push({ language: open.language, line: open.line, code: `${open.code.join("\n")}\n` });
      open = undefined;
    } else {
      open.code.push(line);
    }
  }
  return blocks;
}
