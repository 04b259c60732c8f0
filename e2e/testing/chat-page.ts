import type { Locator, Page } from "playwright";
import { expectSoon } from "./expect-soon.ts";

// How tests find their way on the demo page: by what people see and what screen readers say.

/** Where questions are written. */
export const message = (page: Page): Locator => page.getByRole("textbox", { name: "Message" });

/** The text of the last answer, without its reasoning. */
export const answer = (page: Page): Locator => page.getByTestId("answer").last();

/** A button by its name. */
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** What the page says when something failed. */
export const errorCard = (page: Page): Locator => page.getByRole("alert");

/** What an element says, as it is now. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? "").trim();
}

/** Waits until the page has its models, so that a question can be asked. */
export async function untilConnected(page: Page): Promise<void> {
  await page.locator("select option").nth(1).waitFor({ state: "attached" });
}

/** Asks a question. */
export async function ask(page: Page, question: string): Promise<void> {
  await message(page).fill(question);
  await page.keyboard.press("Enter");
}

/** Asks a question and waits for the end of the answer. */
export async function askAndWait(page: Page, question: string): Promise<void> {
  await ask(page, question);
  await page.getByText(question, { exact: true }).waitFor();
  await untilOver(page);
}

/** Waits until the last answer is over, in whatever way. */
export async function untilOver(page: Page): Promise<void> {
  await page.getByRole("article").last().and(page.locator("[aria-busy=false]")).waitFor();
}

/** Returns the text of the answer on the page once it has begun to come. */
export async function beginningOf(page: Page): Promise<string> {
  await expectSoon(async () => (await textOf(answer(page))).length).toBeGreaterThan(20);
  return textOf(answer(page));
}
