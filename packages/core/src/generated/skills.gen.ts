// Written by `pnpm generate` from packages/schema/spec (source 407c0933aa52). Do not edit.

export interface Skill {
  created_at: number;
  default_version: string;
  description: string;
  id: string;
  latest_version: string;
  name: string;
  object: string;
}

export interface SkillList {
  data: Skill[];
  first_id: string;
  has_more: boolean;
  last_id: string;
  object: string;
}

export interface ListSkillsParams {
  after?: string | null | undefined;
  /** Range: from 1 to 100. Default: 100. */
  limit?: number | null | undefined;
  /** Default: "desc". */
  order?: string | null | undefined;
}

export interface DeletedSkill {
  deleted: boolean;
  id: string;
  object: string;
}

export interface UploadSkillMultipartRequest {
  files: Blob[];
}
