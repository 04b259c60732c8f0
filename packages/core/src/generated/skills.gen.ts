// Written by `pnpm generate` from packages/schema/spec (source ab6704cfb397). Do not edit.

import type { Open } from "./open.gen.ts";

/** A skill that xAI hosts: instructions and files for one kind of task. */
export interface Skill {
  /** Id of the skill. */
  id: string;
  /** Always a skill. */
  object: Open<"skill">;
  /** Name from the head of its `SKILL.md`. */
  name: string;
  /** Description from the head of its `SKILL.md`. */
  description: string;
  /** When it was made, in Unix seconds. */
  created_at: number;
  /** Version that is used; `1` so far, as there are no others. */
  default_version?: string | null | undefined;
  /** Newest version; `1` so far, as there are no others. */
  latest_version?: string | null | undefined;
}

/** Form of `POST /v1/skills`. */
export interface UploadSkillMultipartRequest {
  /** One zip archive, or every file of the skill's folder as a part of its own under the same name. */
  files: Blob[];
}

/** Query of `GET /v1/skills`. */
export interface ListSkillsParams {
  /** Most skills in one page. Range: from 1 to 100. Default: 100. */
  limit?: number | null | undefined;
  /** `last_id` of the page before. */
  after?: string | null | undefined;
  /** Rising or falling. Default: "desc". */
  order?: Open<"asc" | "desc"> | null | undefined;
}

/** One page of skills. */
export interface SkillList {
  /** Always a list. */
  object: Open<"list">;
  /** The skills of this page. */
  data: Skill[];
  /** `true` when another page follows. */
  has_more: boolean;
  /** Id of the first skill of this page. */
  first_id?: string | null | undefined;
  /** Id of the last skill of this page, where the next page begins. */
  last_id?: string | null | undefined;
}

/** Says that a skill is gone. */
export interface DeletedSkill {
  /** Id of the skill. */
  id: string;
  /** Always a deleted skill. */
  object: Open<"skill.deleted">;
  /** `true` when it was deleted. */
  deleted: boolean;
}
