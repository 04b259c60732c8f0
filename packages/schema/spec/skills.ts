import {
  array,
  binary,
  boolean,
  int32,
  int64,
  known,
  nullable,
  object,
  optional,
  ref,
  required,
  string,
  type Area,
} from "./notation.ts";

const tolerant = "Answers are read tolerantly: only what carries the answer is required.";
const emptyPage = "An empty page has no first and no last item.";

export const skills: Area = {
  Skill: object("A skill that xAI hosts: instructions and files for one kind of task.", {
    id: required(string(), "Id of the skill."),
    object: required(known("skill"), "Always a skill."),
    name: required(string(), "Name from the head of its `SKILL.md`."),
    description: required(string(), "Description from the head of its `SKILL.md`."),
    created_at: required(int64(), "When it was made, in Unix seconds."),
    default_version: optional(string(), "Version that is used; `1` so far, as there are no others.", {
      differs: tolerant,
    }),
    latest_version: optional(string(), "Newest version; `1` so far, as there are no others.", {
      differs: tolerant,
    }),
  }),
  UploadSkillMultipartRequest: object("Form of `POST /v1/skills`.", {
    files: required(
      array(binary()),
      "One zip archive, or every file of the skill's folder as a part of its own under the same name.",
    ),
  }),
  ListSkillsParams: object("Query of `GET /v1/skills`.", {
    limit: optional(nullable(int32({ min: 1, max: 100 })), "Most skills in one page.", { default: 100 }),
    after: optional(nullable(string()), "`last_id` of the page before."),
    order: optional(nullable(known("asc", "desc")), "Rising or falling.", { default: "desc" }),
  }),
  SkillList: object("One page of skills.", {
    object: required(known("list"), "Always a list."),
    data: required(array(ref("Skill")), "The skills of this page."),
    has_more: required(boolean(), "`true` when another page follows."),
    first_id: optional(string(), "Id of the first skill of this page.", { differs: emptyPage }),
    last_id: optional(string(), "Id of the last skill of this page, where the next page begins.", {
      differs: emptyPage,
    }),
  }),
  DeletedSkill: object("Says that a skill is gone.", {
    id: required(string(), "Id of the skill."),
    object: required(known("skill.deleted"), "Always a deleted skill."),
    deleted: required(boolean(), "`true` when it was deleted."),
  }),
};
