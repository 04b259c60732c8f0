import type { Page } from "playwright";

/** One look at an answer while it grows. */
export interface Glimpse {
  /** Milliseconds since the watch began. */
  readonly ms: number;
  readonly reasoning: number;
  readonly answer: number;
}

/** Begins to note how long the reasoning and the answer on the page are whenever one of them changes; call the result for the notes. */
export async function watchAnswer(page: Page): Promise<() => Promise<readonly Glimpse[]>> {
  const notes = await page.evaluateHandle(() => {
    const taken: { ms: number; reasoning: number; answer: number }[] = [];
    const startedAt = performance.now();
    const lengthOf = (selector: string): number =>
      [...document.querySelectorAll(selector)].at(-1)?.textContent.length ?? 0;
    new MutationObserver(() => {
      const reasoning = lengthOf("[data-testid=reasoning] .reasoning-text");
      const answer = lengthOf("[data-testid=answer]");
      const last = taken.at(-1);
      if (last?.reasoning === reasoning && last.answer === answer) return;
      taken.push({ ms: performance.now() - startedAt, reasoning, answer });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return taken;
  });
  return () => notes.jsonValue();
}
