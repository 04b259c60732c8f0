import type { Locator, Page } from "playwright";
import { button, textOf } from "./chat-page.ts";

// How tests find their way on the administrators' page.

/** What is asked before something is done. */
export const dialog = (page: Page): Locator => page.getByRole("dialog");

/** Where the page says what was done. */
export const notice = (page: Page): Locator => page.getByRole("status");

/** A field by its label. */
export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

/** Types a key and sends it. */
export async function tryKey(page: Page, key: string): Promise<void> {
  await field(page, "Admin key").fill(key);
  await page.keyboard.press("Enter");
}

/** Signs in and waits for the subjects' figures. */
export async function signIn(page: Page, key: string): Promise<void> {
  await tryKey(page, key);
  await page.getByRole("heading", { name: "Subjects", exact: true }).waitFor();
  await page.getByText("Reading").first().waitFor({ state: "detached" });
}

/** Opens a subject's details. */
export async function openSubject(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await page.getByRole("heading", { name: "Figures" }).waitFor();
}

/** Does what the open dialog asks about, and returns what it had said would come of it. */
export async function confirm(page: Page): Promise<string> {
  const consequence = await textOf(dialog(page));
  await dialog(page).getByRole("button").last().click();
  return consequence;
}

/** The figures of a subject's row, by the names of their columns. */
export async function figuresOf(page: Page, name: string): Promise<Record<string, string>> {
  const row = page.getByRole("row").filter({ has: button(page, name) });
  const cells = await row.getByRole("cell").all();
  const figures = await Promise.all(
    cells.map(async (cell) => [(await cell.getAttribute("data-label")) ?? "", await textOf(cell)] as const),
  );
  return Object.fromEntries(figures);
}
