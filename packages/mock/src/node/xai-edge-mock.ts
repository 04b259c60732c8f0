#!/usr/bin/env node
import { parseArgs } from "node:util";
import { serveMockXai } from "./serve-mock-xai.ts";

const help = `Serves a simulator of the xAI API on 127.0.0.1.

Usage: xai-edge-mock [options]

  --port <n>               Port; 0 takes a free one. Default: 8788
  --tokens-per-second <n>  Pace of the answers; 0 for as fast as possible. Default: 60
  --first-token-ms <n>     Milliseconds before the first token. Default: 300
  --seed <n>               Decides ids and words. Default: 0
  --api-key <key>          Ask for this key, and refuse others as xAI does. Default: ask for none
  --help                   Show this
`;

const { values } = readArguments();

if (values.help) {
  process.stdout.write(help);
} else {
  const port = readNumber("port", values.port);
  const seed = readNumber("seed", values.seed);
  const tokensPerSecond = readNumber("tokens-per-second", values["tokens-per-second"]);
  const firstTokenMs = readNumber("first-token-ms", values["first-token-ms"]);
  try {
    const apiKey = values["api-key"];
    const { url } = await serveMockXai({ port, seed, tokensPerSecond, firstTokenMs, apiKey });
    process.stdout.write(`The simulated xAI API answers at ${url}/v1 (Ctrl-C ends it)\n`);
    process.stdout.write(
      `seed ${seed}, ${tokensPerSecond} tokens per second, first token after ${firstTokenMs} ms, ` +
        `${apiKey === undefined ? "no key needed" : "asks for the given key"}\n`,
    );
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    fail(`Port ${port} is taken: choose another one with --port, or 0 for any that is free.`);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "8788" },
        "tokens-per-second": { type: "string", default: "60" },
        "first-token-ms": { type: "string", default: "300" },
        seed: { type: "string", default: "0" },
        "api-key": { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && Number.isFinite(number)) return number;
  return fail(`Expected a number of 0 or more for --${name}, got "${text}".`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\nSee xai-edge-mock --help\n`);
  process.exit(1);
}
