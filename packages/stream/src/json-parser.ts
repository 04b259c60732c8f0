import { XaiJsonError } from "./json-error.ts";

/** A value inside of the growing one that is complete now. */
export interface JsonPart {
  /** Where it stands, from the outermost key or index. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** What a parser tells while it reads. */
export interface JsonParserOptions {
  /** Called with each property of an object when its value is complete, the inner ones first. */
  readonly onProperty?: ((property: JsonPart) => void) | undefined;
  /** Called with each item of an array when it is complete, the inner ones first. */
  readonly onItem?: ((item: JsonPart) => void) | undefined;
}

/** Reads a JSON text that arrives in pieces. */
export interface JsonParser {
  /**
   * What has arrived, as if all that is open were closed: one value that grows in place, so reading it costs nothing, and
   * who wants to keep a moment copies it; a string in it that is open is brought up to date when this is read. Numbers and
   * literals are there once they are complete, properties once their value begins, and of a string what is certain: no
   * half of a surrogate pair or of an escape. Undefined before the outermost value begins.
   */
  readonly value: unknown;
  /**
   * Takes the next piece, cut anywhere, in time that its own length alone decides.
   *
   * @throws XaiJsonError (`invalid_json`) at the first character that no JSON text goes on with; what came before it is in
   *   `value`, and every later call throws the same. What `onProperty` or `onItem` throws has the same effect.
   */
  readonly push: (delta: string) => void;
  /**
   * Ends the text and returns its value: what `JSON.parse` makes of the whole.
   *
   * @throws XaiJsonError (`truncated_json`) when it is not complete.
   */
  readonly end: () => unknown;
}

type Container = Record<string | number, unknown>;

/** An object or array that is not closed yet, and where it stands in what. */
interface Open {
  readonly container: Container;
  readonly key: string | number;
  readonly parent?: Open;
}

/**
 * A parser that is fed a JSON text piece by piece and has the value so far at any time. The whole takes time in
 * proportion to its length, however it is cut.
 *
 * @example
 * const parser = createJsonParser({ onItem: ({ path, value }) => console.log(path, value) });
 * for await (const delta of textOf(stream)) {
 *   parser.push(delta);
 *   render(parser.value);
 * }
 * const answer = parser.end();
 */
export function createJsonParser({ onItem, onProperty }: JsonParserOptions = {}): JsonParser {
  // The outermost value is the one item of a list that nobody sees.
  const root: Open = { container: [] as object as Container, key: 0 };
  /** The innermost that is open, and where in it the value stands that is being read. */
  let open = root;
  let key: string | number = 0;

  /** Reads the character at `at`, and more where it can: what may come next decides which one it is. */
  let step: (char: string) => void = readValue;
  let delta = "";
  let at = 0;
  /** Of the delta in the text. */
  let offset = 0;

  /** What has been read of a number or literal, or is certain of a string. */
  let text = "";
  /** The first half of a surrogate pair at the end of a string, until it is known what follows. */
  let half = "";
  /** Whether a string is being read that is shown while it grows: a value, not a name. */
  let isGrowing = false;
  /** The last character of a number, or what stands behind a backslash of a string. */
  let last = "";

  function fail(): never {
    throw new XaiJsonError(offset + at, delta[at]);
  }

  function isList(): boolean {
    return Array.isArray(open.container);
  }

  function isClosing(char: string): boolean {
    return char === (isList() ? "]" : "}");
  }

  function put(value: unknown): void {
    const { container } = open;
    if (key !== "__proto__") container[key] = value;
    // Assigned, it would replace the prototype.
    else
      Object.defineProperty(container, key, { value, configurable: true, enumerable: true, writable: true });
  }

  function finish(value: unknown): void {
    put(value);
    complete(key, value);
  }

  function complete(inner: string | number, value: unknown): void {
    const within = open;
    step = afterValue;
    if (within === root) return;
    (isList() ? onItem : onProperty)?.({
      value,
      // Only who asks pays for the depth.
      get path() {
        const path = [inner];
        for (let one = within; one.parent; one = one.parent) path.push(one.key);
        // Nobody knows that the outermost value is an item, too.
        return path.toReversed().slice(1);
      },
    });
  }

  function begin(container: Container): void {
    put(container);
    open = { container, key, parent: open };
    step = readFirst;
  }

  function close(): void {
    const closed = open;
    open = closed.parent ?? root;
    complete(closed.key, closed.container);
  }

  function readFirst(char: string): void {
    if (isClosing(char)) close();
    else readNext(char);
  }

  function readNext(char: string): void {
    (isList() ? readValue : readName)(char);
  }

  function readName(char: string): void {
    if (isSpace(char)) return;
    if (char !== '"') fail();
    text = "";
    step = inString;
  }

  function readColon(char: string): void {
    if (isSpace(char)) return;
    if (char !== ":") fail();
    step = readValue;
  }

  function readValue(char: string): void {
    if (isSpace(char)) return;
    if (isList()) key = Number(open.container["length"]);
    text = "";
    if (char === '"') {
      isGrowing = true;
      step = inString;
    } else if (char === "[" || char === "{") begin((char === "[" ? [] : {}) as Container);
    else if (char === "-" || isDigit(char)) {
      text = last = char;
      step = inNumber;
    } else {
      step = inLiteral;
      inLiteral(char);
    }
  }

  /** Whether this may stand behind a value. */
  function mayFollow(char: string): boolean {
    return isSpace(char) || (open !== root && (char === "," || isClosing(char)));
  }

  function afterValue(char: string): void {
    if (!mayFollow(char)) fail();
    if (char === ",") step = readNext;
    else if (isClosing(char)) close();
  }

  function inString(): void {
    const from = at;
    let code = delta.charCodeAt(at);
    while (code > 31 && code !== 34 && code !== 92 && ++at < delta.length) code = delta.charCodeAt(at);
    if (at > from) append(delta.slice(from, at));
    if (at === delta.length) return;
    if (code < 32) fail();
    if (code === 92) {
      last = "";
      step = inEscape;
    } else {
      text += half;
      half = "";
      if (isGrowing) {
        isGrowing = false;
        finish(text);
      } else {
        key = text;
        step = readColon;
      }
    }
  }

  function inEscape(char: string): void {
    last += char;
    if (/^u[\da-fA-F]{0,3}$/.test(last)) return;
    step = inString;
    try {
      append(JSON.parse(`"\\${last}"`));
    } catch {
      fail();
    }
  }

  function append(piece: string): void {
    // What is asked of the growing text itself would make the engine join all of its pieces, each time.
    const added = half + piece;
    // All first halves have these upper six bits.
    half = added.charCodeAt(added.length - 1) >> 10 === 54 ? added.slice(-1) : "";
    text += half ? added.slice(0, -1) : added;
  }

  function inNumber(char: string): void {
    if (goesOn(char)) {
      text += char;
      last = char;
    } else {
      if (!isDigit(last) || !mayFollow(char)) fail();
      finish(Number(text));
      afterValue(char);
    }
  }

  function goesOn(char: string): boolean {
    if (isDigit(char)) return text !== "0" && text !== "-0";
    if (char === "+" || char === "-") return /e/i.test(last);
    return isDigit(last) && (char === "." ? !/[.e]/i.test(text) : /e/i.test(char) && !/e/i.test(text));
  }

  function inLiteral(char: string): void {
    text += char;
    const literal = ["true", "false", "null"].find((one) => one.startsWith(text)) ?? fail();
    if (text === literal) finish(JSON.parse(text));
  }

  return {
    get value() {
      if (isGrowing) put(text);
      return root.container[0];
    },
    push(next) {
      delta = next;
      try {
        for (at = 0; at < delta.length; at++) step(delta.charAt(at));
        offset += delta.length;
      } catch (reason) {
        step = () => {
          throw reason;
        };
        throw reason;
      }
    },
    end() {
      if (open === root) {
        if (step === inNumber && isDigit(last)) finish(Number(text));
        if (step === afterValue) return root.container[0];
      }
      delta = "";
      at = 0;
      // What failed before says so again; nothing takes this.
      step("\0");
      return fail();
    },
  };
}

function isSpace(char: string): boolean {
  return " \n\r\t".includes(char);
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}
