import { invalidArgument } from "../http/refused-request.ts";

/** Looks up what a field holds; throws for a name that cannot be one. */
export type ReadField = (name: string) => string | number | undefined;

const token = /\s*(?:(\()|(\))|(!=|>=|<=|=|<|>|:)|"([^"]*)"|([^\s()"=<>!:]+))/y;

type Token =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "operator" | "text" | "word"; readonly text: string };

/** Fields of which a part of the text is enough. */
const looseFields = new Set(["name", "file_name", "content_type"]);

/**
 * Whether fields fit an expression of https://google.aip.dev/160: comparisons, ranges (`year:2020..2024`), `AND`, `OR`,
 * `NOT` and parentheses. Throws xAI's 400 for one that is malformed.
 */
export function matchesFilter(filter: string, readField: ReadField): boolean {
  const tokens = readTokens(filter);
  let at = 0;
  const fitsAll = all();
  if (at < tokens.length) throw malformed(filter);
  return fitsAll;

  function takesWord(word: string): boolean {
    const next = tokens[at];
    const isIt = next?.kind === "word" && next.text.toUpperCase() === word;
    if (isIt) at += 1;
    return isIt;
  }

  function all(): boolean {
    let fits = any();
    while (takesWord("AND")) fits = any() && fits;
    return fits;
  }

  // Other than in most languages, `OR` binds more closely than `AND`.
  function any(): boolean {
    let fits = one();
    while (takesWord("OR")) fits = one() || fits;
    return fits;
  }

  function one(): boolean {
    if (takesWord("NOT")) return !one();
    const first = tokens[at];
    at += 1;
    if (first?.kind === "open") {
      const fits = all();
      if (tokens[at]?.kind !== "close") throw malformed(filter);
      at += 1;
      return fits;
    }
    const [operator, value] = [tokens[at], tokens[at + 1]];
    at += 2;
    if (first?.kind !== "word" || operator?.kind !== "operator") throw malformed(filter);
    if (value?.kind !== "text" && value?.kind !== "word") throw malformed(filter);
    return compare(first.text, readField(first.text), operator.text, value.text);
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
  const [, from, to] = operator === ":" ? (/^(.+)\.\.(.+)$/.exec(text) ?? []) : [];
  if (from !== undefined && to !== undefined) return order(field, from) >= 0 && order(field, to) <= 0;
  const sign = order(field, text);
  if (operator === "=" || operator === ":") return sign === 0;
  if (operator === "!=") return sign !== 0;
  if (operator === "<") return sign < 0;
  if (operator === "<=") return sign <= 0;
  return operator === ">" ? sign > 0 : sign >= 0;
}

/** Numbers by size, all else as texts, which times in the form of RFC 3339 can be compared as, too. */
function order(field: string | number, text: string): number {
  const [one, other] = [Number(field), Number(text)];
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  return String(field) === text ? 0 : String(field) < text ? -1 : 1;
}

function malformed(filter: string): Error {
  return invalidArgument(`The filter is not valid: ${filter}`);
}
