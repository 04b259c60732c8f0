import DOMPurify from "dompurify";
import { Marked, Renderer, type Tokens } from "marked";

/** Formatting tags that answers use inside Markdown and that carry nothing but looks. Any other HTML is shown as the text it is. */
const plainTags = /^<\/?(?:b|br|i|kbd|mark|s|sub|sup|u)\s*\/?>$/i;

const marked = new Marked({
  gfm: true,
  renderer: {
    html({ text, block }) {
      if (plainTags.test(text.trim())) return text;
      return block ? `<p class="source">${escapeHtml(text.trim())}</p>` : escapeHtml(text);
    },
    // A picture's address is a request to a stranger, made without asking: it becomes a link.
    image: ({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`,
    code: ({ text, lang }) =>
      `<div class="code"><div class="code-bar"><span>${escapeHtml(lang?.split(/\s/, 1)[0] ?? "")}</span>` +
      `<button type="button" class="quiet" data-copy>Copy</button></div><pre tabindex="0"><code>${escapeHtml(text)}</code></pre></div>`,
    // Answers stand below the page's own headings.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    table(token: Tokens.Table) {
      return `<div class="table" tabindex="0">${Renderer.prototype.table.call(this, token)}</div>`;
    },
  },
});

// The renderer above writes no HTML of the answer's own; the sanitizer is there for the day that this is not true.
const sanitizer = DOMPurify();
sanitizer.addHook("afterSanitizeAttributes", (node) => {
  if (!node.hasAttribute("href")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer");
});

/** HTML of one block of Markdown: a paragraph, a list, a table. */
export interface MarkdownBlock {
  /** All that the HTML depends on. */
  readonly source: string;
  readonly html: string;
}

/**
 * Returns an answer's Markdown as blocks of safe HTML. Blocks unchanged since `earlier`, what this function returned for the
 * beginning of the same text, are taken from there, so that a growing answer costs little more than its last block.
 */
export function renderMarkdown(text: string, earlier: readonly MarkdownBlock[] = []): MarkdownBlock[] {
  const tokens = marked.lexer(text);
  // A link may be defined below its use.
  const definitions = JSON.stringify(tokens.links);
  const visible = tokens.filter((token) => token.type !== "space" && token.type !== "def");
  return visible.map((token, index) => {
    const source = `${definitions} ${token.raw}`;
    const before = earlier[index];
    return before?.source === source ? before : { source, html: sanitize(marked.parser([token])) };
  });
}

function sanitize(html: string): string {
  return sanitizer.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: [
      "align",
      "checked",
      "class",
      "data-copy",
      "disabled",
      "href",
      "start",
      "tabindex",
      "title",
      "type",
    ],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
  });
}

const allowedTags = (
  "a b blockquote br button code del div em h3 h4 h5 h6 hr i input kbd " +
  "li mark ol p pre s span strong sub sup table tbody td th thead tr u ul"
).split(" ");

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
