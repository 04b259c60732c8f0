import { readText } from "../prompt/read-record.ts";
import { createUuid, type Random } from "../random.ts";
import { findPlace, findTopic } from "./topic.ts";

/** Makes a text for a property of this name that satisfies the schema's `format` and its bounds on the length. */
export function stringFromSchema(
  schema: Readonly<Record<string, unknown>>,
  name: string,
  text: string,
  random: Random,
): string {
  const value = formatted(readText(schema["format"]), random) ?? named(name.toLowerCase(), text);
  const least = typeof schema["minLength"] === "number" ? schema["minLength"] : 0;
  const most = typeof schema["maxLength"] === "number" ? schema["maxLength"] : Infinity;
  const long = value.padEnd(least, ".");
  return long.length > most ? long.slice(0, most) : long;
}

function formatted(format: string, random: Random): string | undefined {
  switch (format) {
    case "date":
      return "2026-01-15";
    case "time":
      return "12:00:00Z";
    case "date-time":
      return "2026-01-15T12:00:00Z";
    case "duration":
      return "PT1H";
    case "email":
      return "ada@example.com";
    case "hostname":
      return "example.com";
    case "ipv4":
      return "192.0.2.1";
    case "ipv6":
      return "2001:db8::1";
    case "uri":
    case "url":
      return "https://example.com/";
    case "uuid":
      return createUuid(random)
        .replace(/(-.{4}-)./, "$14")
        .replace(/(-.{4}-.{4}-)./, "$18");
    default:
      return undefined;
  }
}

function named(name: string, text: string): string {
  if (/city|location|place|country|town|region/.test(name)) return findPlace(text) ?? "San Francisco";
  if (/query|question|prompt|search|message|text|input/.test(name))
    return text === "" ? "a simulated query" : text;
  if (/e-?mail/.test(name)) return "ada@example.com";
  if (/url|link|href/.test(name)) return "https://example.com/";
  if (/date|day/.test(name)) return "2026-01-15";
  if (/name|title|author|person/.test(name)) return findPlace(text) ?? findTopic(text) ?? "Ada Lovelace";
  if (/lang/.test(name)) return "en";
  return findTopic(text) ?? "simulated";
}
