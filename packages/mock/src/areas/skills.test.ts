import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { askForm } from "../../testing/samples.ts";
import { createMockXai, type MockXai } from "../index.ts";
import { readZip } from "../skills/zip.ts";

const manual = (name: string): string =>
  `---\nname: "${name}"\ndescription: Writes ${name}s\n---\nThree lines.`;

function toForm(...files: File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  return form;
}

const upload = (mock: MockXai, ...files: File[]): Promise<Wire.Skill> =>
  askForm(mock, "/v1/skills", toForm(...files));

async function archiveOf(mock: MockXai, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await mock.fetch(`/v1/skills/${id}/content`);
  expect(response.headers.get("content-type")).toBe("application/zip");
  return new Uint8Array(await response.arrayBuffer());
}

/** An archive of one file that is compressed, as tools make them. */
async function deflated(name: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const body = new Uint8Array(await new Response(content).arrayBuffer());
  const short = (value: number): number[] => [value & 255, value >> 8];
  const long = (value: number): number[] => [...short(value & 0xffff), ...short(value >> 16)];
  const letters = [...new TextEncoder().encode(name)];
  const sizes = [
    ...long(0),
    ...long(body.length),
    ...long(text.length),
    ...short(letters.length),
    ...short(0),
  ];
  const facts = [...short(20), ...short(0), ...short(8), ...long(0), ...sizes];
  const local = [...long(0x04034b50), ...facts, ...letters, ...body];
  const entry = [
    ...long(0x02014b50),
    ...short(20),
    ...facts,
    ...short(0),
    ...short(0),
    ...short(0),
    ...long(0),
    ...long(0),
    ...letters,
  ];
  const end = [
    ...long(0x06054b50),
    ...short(0),
    ...short(0),
    ...short(1),
    ...short(1),
    ...long(entry.length),
    ...long(local.length),
    ...short(0),
  ];
  return Uint8Array.from([...local, ...entry, ...end]);
}

describe("a simulated skill", () => {
  it("is made of the files of a folder, which come back as an archive", async () => {
    const mock = createMockXai();
    const files = { "haiku/SKILL.md": manual("haiku"), "haiku/data/ä.txt": "5 7 5" };
    const skill = await upload(mock, ...Object.entries(files).map(([name, text]) => new File([text], name)));
    expect(skill).toMatchObject({
      name: "haiku",
      description: "Writes haikus",
      object: "skill",
      latest_version: "1",
    });
    const entries = readZip(await archiveOf(mock, skill.id)) ?? [];
    const read = await Promise.all(
      entries.map(async (one) => [one.name, new TextDecoder().decode(await one.read())]),
    );
    expect(Object.fromEntries(read)).toEqual(files);
  });

  it("is made of an archive, which comes back as it was", async () => {
    const mock = createMockXai();
    const archive = await deflated("SKILL.md", manual("sonnet"));
    const skill = await upload(mock, new File([archive], "sonnet.zip", { type: "application/zip" }));
    expect(skill.name).toBe("sonnet");
    expect(await archiveOf(mock, skill.id)).toEqual(archive);
  });

  it.each([
    ["no manual", new File(["x"], "README.md"), "Invalid skill upload: expected a file SKILL.md."],
    ["no head", new File(["x"], "SKILL.md"), "Invalid skill upload: expected name in the head of SKILL.md."],
    [
      "a damaged archive",
      new File(["PK\u0005\u0006".padEnd(30, "\u0001")], "a.zip"),
      "Invalid skill upload: expected a file SKILL.md.",
    ],
  ])("is refused with %s", async (_, file, error) => {
    const response = await createMockXai().fetch("/v1/skills", { method: "POST", body: toForm(file) });
    expect([response.status, await response.json()]).toMatchObject([400, { error }]);
  });

  it("is listed newest first, page by page, until it is deleted", async () => {
    const mock = createMockXai();
    for (const name of ["one", "two", "three"]) await upload(mock, new File([manual(name)], "SKILL.md"));
    const list = async (query: string): Promise<Wire.SkillList> =>
      (await mock.fetch(`/v1/skills?${query}`)).json();
    const first = await list("limit=2");
    expect([first.data.map(({ name }) => name), first.has_more]).toEqual([["three", "two"], true]);
    const last = await list(`limit=2&after=${first.last_id ?? ""}`);
    expect([last.data.map(({ name }) => name), last.has_more]).toEqual([["one"], false]);
    await mock.fetch(`/v1/skills/${last.last_id ?? ""}`, { method: "DELETE" });
    expect((await list("order=asc")).data.map(({ name }) => name)).toEqual(["two", "three"]);
  });
});
