import type { DeletedSkill, ListSkillsParams, Skill, SkillList } from "../generated/skills.gen.ts";
import type { RequestOptions, Transport } from "../http/transport.ts";
import { download, type Download } from "./download.ts";
import { expectSome } from "./expect-some.ts";
import type { Uploadable } from "./multipart.ts";
import { listPages } from "./list-pages.ts";
import type { Paged } from "./paged.ts";
import { path } from "./path.ts";
import { remove } from "./remove.ts";
import { upload } from "./upload.ts";

export type { DeletedSkill, Skill, SkillList };

/** What {@link createSkill} sends. */
export interface SkillCreateParams {
  /**
   * One zip archive, or every file of the skill's folder as a `File`, named by its path such as `my-skill/SKILL.md`.
   * Files that a folder was chosen for in a page have that path.
   */
  files: readonly Uploadable[];
}

/**
 * Uploads a skill, as a zip archive or file by file: `POST /v1/skills`.
 *
 * @throws XaiOptionsError for no files and for what is no file, XaiApiError (413 when they are too large),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function createSkill(
  transport: Transport,
  params: SkillCreateParams,
  options?: RequestOptions,
): Promise<Skill> {
  expectSome(params, "files");
  return upload(transport, "/skills", params, options);
}

/**
 * The skills that xAI hosts for the team, page by page, newest first: `GET /v1/skills`.
 *
 * @throws XaiApiError, XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export function listSkills(
  transport: Transport,
  params?: ListSkillsParams,
  options?: RequestOptions,
): Paged<SkillList, Skill> {
  return listPages(transport, () => "/skills", "data", params, options);
}

/**
 * What is known about a skill, without its files: `GET /v1/skills/{skill_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such skill),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveSkill(
  transport: Transport,
  skillId: string,
  options?: RequestOptions,
): Promise<Skill> {
  return transport({ method: "GET", path: path`/skills/${skillId}` }, options);
}

/**
 * Deletes a skill: `DELETE /v1/skills/{skill_id}`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such skill),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function deleteSkill(
  transport: Transport,
  skillId: string,
  options?: RequestOptions,
): Promise<DeletedSkill> {
  const gone = { id: skillId, object: "skill.deleted", deleted: true };
  return remove(transport, path`/skills/${skillId}`, gone, options);
}

/**
 * Downloads the files of a skill as a zip archive: `GET /v1/skills/{skill_id}/content`.
 *
 * @throws XaiOptionsError for an id that cannot stand in a path, XaiApiError (404 when there is no such skill),
 * XaiConnectionError, XaiTimeoutError, XaiProtocolError, or the signal's own reason.
 */
export async function retrieveSkillContent(
  transport: Transport,
  skillId: string,
  options?: RequestOptions,
): Promise<Download> {
  return download(transport, path`/skills/${skillId}/content`, options);
}
