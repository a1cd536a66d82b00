import { withoutOccasion } from './column-titles';
import { recogniseRegisterFile, type FileColumn } from '../register';
import { sheetText, type SheetCell } from './sheet-cell';
import { VISIT_FIELD_LABELS, VISIT_FIELDS, VISIT_TITLES, type VisitField } from './visit-columns';

/** Which column of the sheet holds what; a field without a column has no key. */
export type VisitColumnMapping = Partial<Record<VisitField, FileColumn>>;

export interface ColumnGuess {
  mapping: VisitColumnMapping;
  /** For each field every column it might be, likeliest first; for a person to choose from. */
  candidates: Record<VisitField, FileColumn[]>;
}

const EXACT = 1000;
const CONTAINED = 500;
/** Titles of so few letters are too common to be looked for inside longer ones. */
const SHORTEST_CONTAINED = 4;

/** The words of a title; what follows in brackets explains it: `URN (if known)`. */
const words = (title: string) =>
  title
    .toLowerCase()
    .replace(/(?<=\S)\s*[([][^)\]]*[)\]]?\s*$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** How well a title suits a field: 0 not at all; the exact title of a likelier kind comes first. */
function suits(field: VisitField, title: string): number {
  const { titles, not, whole } = VISIT_TITLES[field];
  const exact = titles.indexOf(title);
  if (exact >= 0) return EXACT - exact;
  if (title === '' || not?.test(title)) return 0;
  const inside = titles.findIndex(
    (each) =>
      !whole?.has(each) && each.length >= SHORTEST_CONTAINED && ` ${title} `.includes(` ${each} `),
  );
  return inside >= 0 ? CONTAINED - inside : 0;
}

/**
 * Guesses by their titles what the columns of a sheet of visits are. Each column is given to one
 * field and each field to one column, the best suited pairs first.
 */
export function guessColumns(header: readonly SheetCell[]): ColumnGuess {
  const columns = header.map((cell, index) => ({ index, title: sheetText(cell) }));
  const pairs = VISIT_FIELDS.flatMap((field) =>
    columns.map((column) => {
      const title = words(column.title);
      const own = withoutOccasion(title);
      // "Visit 2 by" is as good as "by"; a title of two meanings is not made one by it.
      return { field, column, score: Math.max(suits(field, title), suits(field, own) - 1) };
    }),
  )
    .filter(({ score }) => score > 0)
    // A stable sort: among equals the order of the fields, then that of the columns.
    .sort((a, b) => b.score - a.score);

  const candidates = Object.fromEntries(
    VISIT_FIELDS.map((field) => [
      field,
      pairs.filter((pair) => pair.field === field).map(({ column }) => column),
    ]),
  ) as Record<VisitField, FileColumn[]>;
  const mapping: VisitColumnMapping = {};
  const taken = new Set<number>();
  for (const { field, column } of pairs) {
    if (mapping[field] || taken.has(column.index)) continue;
    mapping[field] = column;
    taken.add(column.index);
  }
  return { mapping, candidates };
}

/** How many rows at the top may hold a title, an explanation or nothing before the header. */
export const HEADER_SEARCH_ROWS = 60;

/** Whether a mapping says enough to read visits by. */
function isUsable(mapping: VisitColumnMapping): boolean {
  return Boolean(mapping.visitedOn && (mapping.urn || mapping.schoolName));
}

/** What is wrong with a mapping, as a sentence; null when visits can be read by it. */
export function mappingProblem(
  mapping: VisitColumnMapping,
  header: readonly SheetCell[] = [],
): string | null {
  if (isUsable(mapping)) return null;
  if (recogniseRegisterFile(header.map(sheetText)) !== null) {
    return 'This looks like a file of the school register, not a list of visits.';
  }
  const label = VISIT_FIELD_LABELS;
  if (!mapping.visitedOn) {
    return `No column is matched to “${label.visitedOn}”, so there are no visits to read.`;
  }
  return `No column is matched to “${label.schoolName}” or “${label.urn}”, so nobody can say which school was visited.`;
}
