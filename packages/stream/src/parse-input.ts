/** The input that a JSON text says; the text itself where the end of an answer cut it off. */
export function parseInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
