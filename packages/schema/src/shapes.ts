export { checkShape, type CheckShapeOptions, type ShapeIssue } from "./shapes/check-shape.ts";
