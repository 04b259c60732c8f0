/** Between two server-sent events. */
export const blankLine: RegExp = /\r\n\r\n|\n\n|\r\r/;

/** The data of each server-sent event in a text, where the last one may not be whole. */
export function dataOfEvents(text: string): readonly string[] {
  return text.split(blankLine).map((event) =>
    event
      .split(/\r\n|\n|\r/)
      .filter((line) => line.startsWith("data:"))
      .map((line) => line.slice(5).trim())
      .join("\n"),
  );
}
