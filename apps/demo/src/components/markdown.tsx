import { useMemo, useRef } from "preact/hooks";
import { copyText } from "../copy-text.ts";
import { renderMarkdown, type MarkdownBlock } from "../render-markdown.ts";

/** An answer's Markdown. While it grows, blocks that are complete keep their elements: a selection in them stays. */
export function Markdown({ text }: { readonly text: string }) {
  const earlier = useRef<readonly MarkdownBlock[]>([]);
  const blocks = useMemo(() => renderMarkdown(text, earlier.current), [text]);
  earlier.current = blocks;
  return (
    <div class="markdown" onClick={copyCode}>
      {blocks.map(({ html }, index) => (
        <div key={index} dangerouslySetInnerHTML={{ __html: html }} />
      ))}
    </div>
  );
}

async function copyCode({ target }: Event): Promise<void> {
  const button = target instanceof Element ? target.closest("[data-copy]") : null;
  const code = button?.closest(".code")?.querySelector("code");
  if (button === null || !code) return;
  button.textContent = await copyText(code.textContent);
  setTimeout(() => {
    button.textContent = "Copy";
  }, 1500);
}
