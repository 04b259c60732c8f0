import { fieldsOf, textIn } from "./wire-fields.ts";

/** The words that an answer says, in any of the three protocols, without its thoughts. */
export function textOfItems(items: readonly object[]): string {
  return items
    .map((item) => {
      const { content } = fieldsOf(item);
      if (!Array.isArray(content)) return textIn(fieldsOf(item), "content");
      return content
        .map(fieldsOf)
        .map((part) => (/^(output_)?text$/.test(textIn(part, "type")) ? textIn(part, "text") : ""))
        .join("");
    })
    .join("");
}
