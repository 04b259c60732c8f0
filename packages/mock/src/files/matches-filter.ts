import { invalidArgument } from "../http/refused-request.ts";

type Fields = Readonly<Record<string, string | number | undefined>>;

const token = /\s*(?:(\()|(\))|(!=|>=|<=|=|<|>|:)|"([^"]*)"|([^\s()"=<>!:]+))/y;

type Token =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "operator" | "text" | "word"; readonly text: string };

/** Fields of which a part of the text is enough. */
const looseFields = new Set(["name", "file_name", "content_type"]);

/**
 * Whether fields fit an expression of https://google.aip.dev/160: comparisons, `AND`, `OR`, `NOT` and parentheses.
 * Throws xAI's 400 for one that is malformed or names a field that is not there.
 */
export function matchesFilter(filter: string, fields: Fields): boolean {
  const tokens = readTokens(filter);
  let at = 0;
  const fitsAll = any();
  if (at < tokens.length) throw malformed(filter);
  return fitsAll;

  function takesWord(word: string): boolean {
    const next = tokens[at];
    const isIt = next?.kind === "word" && next.text.toUpperCase() === word;
    if (isIt) at += 1;
    return isIt;
  }

  function any(): boolean {
    let fits = all();
    while (takesWord("OR")) fits = all() || fits;
    return fits;
  }

  function all(): boolean {
    let fits = one();
    while (takesWord("AND")) fits = one() && fits;
    return fits;
  }

  function one(): boolean {
    if (takesWord("NOT")) return !one();
    const first = tokens[at];
    at += 1;
    if (first?.kind === "open") {
      const fits = any();
      if (tokens[at]?.kind !== "close") throw malformed(filter);
      at += 1;
      return fits;
    }
    const [operator, value] = [tokens[at], tokens[at + 1]];
    at += 2;
    if (first?.kind !== "word" || operator?.kind !== "operator") throw malformed(filter);
    if (value?.kind !== "text" && value?.kind !== "word") throw malformed(filter);
    if (!(first.text in fields)) throw invalidArgument(`The filter names ${first.text}, which is no field.`);
    return compare(first.text, fields[first.text], operator.text, value.text);
  }
}

function readTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  const text = filter.trim();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) throw malformed(filter);
    const [, open, close, operator, quoted, word] = match;
    if (open !== undefined) tokens.push({ kind: "open" });
    else if (close !== undefined) tokens.push({ kind: "close" });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}

function compare(name: string, field: string | number | undefined, operator: string, text: string): boolean {
  if (field === undefined) return operator === "!=";
  if (typeof field === "string" && looseFields.has(name) && ["=", ":", "!="].includes(operator)) {
    return field.toLowerCase().includes(text.toLowerCase()) === (operator !== "!=");
  }
  // Times compare as texts in the form of RFC 3339 as they do in time.
  const value = typeof field === "number" ? Number(text) : text;
  if (operator === "=" || operator === ":") return field === value;
  if (operator === "!=") return field !== value;
  if (operator === "<") return field < value;
  if (operator === "<=") return field <= value;
  return operator === ">" ? field > value : field >= value;
}

function malformed(filter: string): Error {
  return invalidArgument(`The filter is not valid: ${filter}`);
}
