import { describe, expect, it } from "vitest";
import { sniff } from "./sniff.ts";

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("the kind of a file", () => {
  it.each([
    ["png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    ["jpeg", "\xff\xd8\xff\xe0\0\x10JFIF"],
    ["jpeg", "\xff\xd8\xff\xe1\0\x10Exif"],
    ["webp", "RIFF\x10\0\0\0WEBPVP8 "],
    ["wav", "RIFF\n\r\0\0WAVEfmt "],
    ["mp3", "ID3\x04\0"],
    ["mp3", "\xff\xfb\x90\0"],
    ["ogg", "OggS\0\x02"],
    ["flac", "fLaC\0\0"],
    ["mp4", "\0\0\0\x18ftypmp42"],
    ["mkv", "\x1aE\xdf\xa3\x01"],
    ["pdf", "%PDF-1.7\n%\xe2"],
    ["zip", "PK\x03\x04\x14\0"],
    ["txt", "# Title\r\n\tGr\xc3\xbc\xc3\x9fe"],
    ["gif", "GIF89a\x01\0\x01\0"],
    ["bin", "RIFF\x10\0\0\0AVI "],
    ["bin", "\0asm\x01\0\0\0"],
    ["bin", ""],
  ])("is told by its first bytes: %s", async (kind, text) => {
    expect(await sniff(latin1(text))).toBe(kind);
    expect(await sniff(new Blob([latin1(text)], { type: "image/gif" }))).toBe(kind);
  });
});
