import { useEffect, useRef } from "preact/hooks";
import { formatDollars } from "../../format-dollars.ts";
import type { SubjectRow } from "../admin-store.ts";
import { limitsInWords } from "../limits-in-words.ts";

interface SubjectTableProps {
  readonly names: readonly string[];
  readonly rows: ReadonlyMap<string, SubjectRow>;
  readonly focusOn: string | undefined;
  readonly onOpen: (name: string) => void;
  readonly onReread: (name: string) => void;
}

const columns = ["Today", "This month", "In all", "Reserved", "Calls now", "Calls today", "Limits"] as const;

/** Subjects and their figures, a row each; one whose figures could not be read says so and leaves the others alone. */
export function SubjectTable({ names, rows, focusOn, onOpen, onReread }: SubjectTableProps) {
  const returned = useRef<HTMLButtonElement>(null);
  useEffect(() => returned.current?.focus(), []);

  return (
    <table class="subjects">
      <thead>
        <tr>
          <th scope="col">Subject</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <button
                type="button"
                class="link"
                {...(name === focusOn && { ref: returned })}
                onClick={() => onOpen(name)}
              >
                {name}
              </button>
            </th>
            <Figures name={name} row={rows.get(name)} onReread={onReread} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FiguresProps {
  readonly name: string;
  readonly row: SubjectRow | undefined;
  readonly onReread: (name: string) => void;
}

function Figures({ name, row, onReread }: FiguresProps) {
  const failure = row?.problem && (
    <span class="row-problem">
      {row.report ? "Not refreshed" : "Could not be read"}: {row.problem.title}.{" "}
      <button type="button" class="link" aria-label={`Read ${name} again`} onClick={() => onReread(name)}>
        Read again
      </button>
    </span>
  );
  if (row?.report === undefined)
    return (
      <td class="row-note" colSpan={columns.length}>
        {failure ?? "Reading…"}
      </td>
    );
  const { spent_usd: spent, reserved_usd: reserved, calls, limits, limits_set_by: setBy } = row.report;
  const words = limitsInWords(limits);
  const cells = [
    formatDollars(spent.day),
    formatDollars(spent.month),
    formatDollars(spent.total),
    formatDollars(reserved),
    calls.now.toLocaleString("en-US"),
    calls.day.toLocaleString("en-US"),
  ];
  return (
    <>
      {cells.map((cell, index) => (
        <td key={index} class="figure" data-label={columns[index]}>
          {cell}
        </td>
      ))}
      <td class="limits" data-label="Limits">
        <span>
          {words.length === 0 ? "None" : words.join(", ")}{" "}
          {setBy === "administrator" && <span class="tag">set by an administrator</span>}
        </span>
        {failure}
      </td>
    </>
  );
}
