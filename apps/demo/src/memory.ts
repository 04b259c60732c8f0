/** Returns what was remembered under a name on an earlier visit. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`xai-edge-demo.${name}`) ?? undefined;
  } catch {
    // Storage may be forbidden: then every visit is the first.
    return undefined;
  }
}

/** Remembers a word for the next visit, if the browser lets it. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`xai-edge-demo.${name}`, value);
  } catch {
    // Storage may be forbidden or full: the page works without.
  }
}
