import { checkStructured, type SchemaOutput, type StandardSchema, XaiOptionsError } from "@xai-edge/core";
import type { Growing } from "./growing.ts";
import { createJsonParser, type JsonParserOptions } from "./json-parser.ts";

/**
 * A value that grows as its JSON text arrives. Iterating it (once) gives the value after each piece; leaving early closes
 * the source.
 */
export interface JsonStream<Value, Whole> extends AsyncIterable<Value, undefined> {
  /** The value so far, which grows in place; undefined before it begins. What arrived stays readable after a failure. */
  readonly value: Value | undefined;
  /**
   * Resolves with the whole value: checked by the schema and as it makes it, where there is one. Reads the source to its
   * end if nothing iterates; after that, iterating throws XaiOptionsError. May be called any number of times.
   *
   * Rejects with what iterating throws, with XaiStructuredOutputError (`schema_mismatch`) when the value does not fit, and
   * with an AbortError when iterating was left before the end.
   */
  readonly final: () => Promise<Whole>;
}

/** How to read the pieces of a JSON text. */
export interface JsonOptions<Schema extends StandardSchema = StandardSchema> extends JsonParserOptions {
  /** What the whole value has to fit, of any library that follows Standard Schema. */
  readonly schema?: Schema | undefined;
}

type Input<Schema extends StandardSchema> = NonNullable<Schema["~standard"]["types"]>["input"];

/**
 * The value that pieces of a JSON text amount to, as it grows: each time the same object or array, with all that is open
 * closed, in time in proportion to the text. Copy it (`structuredClone`) to keep a moment. Until `final()` no schema has
 * checked it: its type says what a model that keeps to the schema writes.
 *
 * Throws what the source throws, and XaiJsonError at once when the text is no JSON (`invalid_json`), which closes the
 * source, or when it ends too early (`truncated_json`).
 *
 * @example
 * const people = jsonOf(textOf(stream), { schema: z.object({ names: z.array(z.string()) }) });
 * for await (const { names = [] } of people) render(names);
 * const { names } = await people.final();
 */
export function jsonOf<Schema extends StandardSchema>(
  source: AsyncIterable<string>,
  options: JsonOptions<Schema> & { readonly schema: Schema },
): JsonStream<Growing<Input<Schema>>, SchemaOutput<Schema>>;
export function jsonOf(source: AsyncIterable<string>, options?: JsonOptions): JsonStream<unknown, unknown>;
export function jsonOf(
  source: AsyncIterable<string>,
  { schema, ...events }: JsonOptions = {},
): JsonStream<unknown, unknown> {
  const parser = createJsonParser(events);
  let text = "";
  let iterator: AsyncIterator<string> | undefined;
  let isOver = false;
  let resolve: (value: unknown) => void;
  let reject: (reason: unknown) => void;
  const whole = new Promise<unknown>((...both) => ([resolve, reject] = both));
  // Nobody has to ask for it.
  whole.catch(() => {});

  function iterate(): AsyncIterator<unknown, undefined> {
    if (iterator) throw new XaiOptionsError("This stream was read before", "stream_already_read");
    const from = (iterator = source[Symbol.asyncIterator]());
    let turn: Promise<IteratorResult<unknown, undefined>> = Promise.resolve(DONE);

    async function take(): Promise<IteratorResult<unknown, undefined>> {
      try {
        while (!isOver) {
          const { done, value: delta } = await from.next();
          // Left while the source was silent: what it says now is for nobody.
          if (isOver) break;
          if (done) {
            const last = parser.end();
            resolve(schema ? checkStructured(schema, last, text) : last);
            isOver = true;
          } else {
            text += delta;
            parser.push(delta);
            const { value } = parser;
            if (value !== undefined) return { done: false, value };
          }
        }
      } catch (reason) {
        if (!isOver) {
          close(reason).catch(() => {});
          throw reason;
        }
      }
      return DONE;
    }

    async function close(reason: unknown): Promise<IteratorReturnResult<undefined>> {
      isOver = true;
      reject(reason);
      await from.return?.();
      return DONE;
    }

    return {
      // Called again before the last call was answered: one after the other.
      next: () => (turn = turn.then(take, take)),
      return: () => close(new DOMException("The reader left", "AbortError")),
    };
  }

  const stream = {
    get value(): unknown {
      return parser.value;
    },
    [Symbol.asyncIterator]: iterate,
    async final(): Promise<unknown> {
      if (!iterator) for await (const _ of stream);
      return whole;
    },
  };
  return stream;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
