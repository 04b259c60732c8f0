import { array, binary, boolean, int32, int64, nullable, object, optional, ref, required, string, type Area } from "./notation.ts";

export const skills: Area = {
  Skill: object("", { created_at: required(int64(), ""), default_version: required(string(), ""), description: required(string(), ""), id: required(string(), ""), latest_version: required(string(), ""), name: required(string(), ""), object: required(string(), "") }),
  SkillList: object("", { data: required(array(ref("Skill")), ""), first_id: required(string(), ""), has_more: required(boolean(), ""), last_id: required(string(), ""), object: required(string(), "") }),
  ListSkillsParams: object("", { after: optional(nullable(string()), ""), limit: optional(nullable(int32({ min: 1, max: 100 })), "", { default: 100 }), order: optional(nullable(string()), "", { default: "desc" }) }),
  DeletedSkill: object("", { deleted: required(boolean(), ""), id: required(string(), ""), object: required(string(), "") }),
  UploadSkillMultipartRequest: object("", { files: required(array(binary()), "") }),
};
