import { recall, remember } from "./memory.ts";

/** How bright the page is; `undefined` in place of one follows the system. */
export type Theme = "light" | "dark";

/** Returns the theme chosen on an earlier visit. */
export function recallTheme(): Theme | undefined {
  const theme = recall("theme");
  return theme === "light" || theme === "dark" ? theme : undefined;
}

/** Returns the theme that the page shows now. */
export function currentTheme(): Theme {
  return recallTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** Shows the page in a theme. */
export function applyTheme(theme: Theme | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Shows the page in a theme, now and on later visits. */
export function chooseTheme(theme: Theme): void {
  remember("theme", theme);
  applyTheme(theme);
}
