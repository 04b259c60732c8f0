export * from "./generated/shapes.gen.ts";
export {
  checkShape,
  type CheckShapeOptions,
  type ShapeIssue,
  type UnknownNull,
} from "./shapes/check-shape.ts";
export type { Fields, Shape } from "./shapes/shape.ts";
