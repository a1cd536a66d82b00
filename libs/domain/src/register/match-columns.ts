import {
  COLUMN_RULES,
  IMPORT_KIND_LABELS,
  type ColumnOf,
  type ColumnRule,
  type EssentialColumnOf,
  type RegisterFileKind,
} from './column-rules';
import { shorten } from './rejection';

/** Where a column is in the file. */
export interface FileColumn {
  /** 0 for the first. */
  index: number;
  /** As the file writes it, without surrounding space. */
  title: string;
}

/** The columns found, by the readers' own names; a missing optional one has no key. */
export type FileColumns<K extends RegisterFileKind> = Record<EssentialColumnOf<K>, FileColumn> &
  Partial<Record<ColumnOf<K>, FileColumn>>;

const LOOKS_LIKE: Record<keyof typeof IMPORT_KIND_LABELS, string> = {
  schools: 'a register of schools',
  'school-links': 'a links file',
  'school-census': 'a school census',
  visits: 'a list of visits',
  plans: 'a list of plans',
};
const VISIT_TITLES = new Set(['dateofvisit', 'visitdate', 'visitedon', 'datevisited', 'visited']);

/** What to say of a file that ends after its column names. */
export const HEADER_ONLY_SENTENCE =
  'The file has column names but no rows under them, so there is nothing to import.';

/** Titles are compared without case, white space and byte order mark. */
export function titleKey(title: string): string {
  return title.replace(/[\s\u200b\ufeff]+/g, '').toLowerCase();
}

function rulesOf(kind: RegisterFileKind): [string, ColumnRule][] {
  return Object.entries<ColumnRule>(COLUMN_RULES[kind]);
}

function hasEssentials(keys: ReadonlySet<string>, kind: RegisterFileKind): boolean {
  return rulesOf(kind).every(
    ([, rule]) => !rule.essential || rule.titles.some((title) => keys.has(titleKey(title))),
  );
}

/** The kind of DfE file with these column names, null when it is none of those known. */
export function recogniseRegisterFile(header: readonly string[]): RegisterFileKind | null {
  const keys = new Set(header.map(titleKey));
  const kinds: RegisterFileKind[] = ['school-links', 'school-census', 'schools'];
  return kinds.find((kind) => hasEssentials(keys, kind)) ?? null;
}

function missingColumn(header: readonly string[], missing: string, kind: RegisterFileKind): string {
  const other = header.some((title) => VISIT_TITLES.has(titleKey(title)))
    ? 'visits'
    : recogniseRegisterFile(header);
  if (other && other !== kind) {
    return `This looks like ${LOOKS_LIKE[other]}; choose “${IMPORT_KIND_LABELS[other]}” to import it.`;
  }
  const seen = header.map((title) => title.trim()).filter((title) => title !== '');
  const beginning = shorten(seen.slice(0, 5).join(', '), 100);
  const found = seen.length > 0 ? ` It begins: ${beginning}.` : '';
  return `The file has no column “${missing}”. The first line must hold the column names.${found}`;
}

/**
 * Finds the columns of a DfE file by name, in any order. Columns the tracker does not use are of no
 * interest, not even when they come twice.
 *
 * Gives `problem`, a sentence, when an essential column is missing, when a column that matters comes
 * twice, or when the names are those of another kind of file.
 */
export function matchColumns<K extends RegisterFileKind>(
  header: readonly string[],
  kind: K,
): { columns: FileColumns<K> } | { problem: string } {
  if (header.every((title) => titleKey(title) === '')) {
    return { problem: 'The first line of the file is blank; it must hold the column names.' };
  }
  const places = new Map<string, number[]>();
  header.forEach((title, index) => {
    const key = titleKey(title);
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  const columns: Record<string, FileColumn> = {};
  for (const [field, rule] of rulesOf(kind)) {
    const title = rule.titles.find((each) => places.has(titleKey(each)));
    if (title === undefined) {
      if (!rule.essential) continue;
      return { problem: missingColumn(header, rule.titles[0] ?? field, kind) };
    }
    const [index = 0, again] = places.get(titleKey(title)) ?? [];
    if (again !== undefined) {
      const where = `columns ${index + 1} and ${again + 1}`;
      return {
        problem: `The file has two columns called “${title}” (${where}). Take one of them out.`,
      };
    }
    columns[field] = { index, title: (header[index] ?? '').replace(/\ufeff/g, '').trim() };
  }
  // Every key was taken from the rules of this kind, and no essential one was missing.
  return { columns: columns as FileColumns<K> };
}
