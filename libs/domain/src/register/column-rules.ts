import { REGISTER_FIELDS } from './register-fields';
import { shorten } from './rejection';

/** The kinds of DfE file the tracker reads; the same words as the kinds of an import. */
export type RegisterFileKind = 'schools' | 'school-links' | 'school-census';

export interface ColumnRule {
  /** Titles the column goes by, the preferred one first. */
  titles: readonly string[];
  /** Without an essential column the file cannot be read at all. */
  essential?: boolean;
}

const essential = (...titles: string[]) => ({ titles, essential: true as const });
const optional = (...titles: string[]) => ({ titles });

/** Columns of a file of schools: those of its fields, and of what else is read of a row. */
const SCHOOL_FILE_COLUMNS = {
  urn: essential('URN'),
  ...REGISTER_FIELDS,
  changedOn: optional('LastChangedDate', 'last_changed_date'),
  /** Of the search's download alone; its further values stand beyond the last column. */
  linkedEstablishments: optional('Linked establishments'),
} satisfies Record<string, ColumnRule>;

/** Columns of the GIAS links file. */
const LINK_COLUMNS = {
  urn: essential('URN'),
  linkUrn: essential('LinkURN'),
  linkType: essential('LinkType'),
  establishedOn: optional('LinkEstablishedDate'),
} satisfies Record<string, ColumnRule>;

/** Columns of `england_census.csv` from DfE's "Compare school performance". */
const CENSUS_COLUMNS = {
  urn: essential('URN'),
  pupils: essential('NOR'),
  eligible: essential('NUMFSM'),
  laCode: optional('LA'),
  schoolNumber: optional('Estab'),
} satisfies Record<string, ColumnRule>;

export const COLUMN_RULES = {
  schools: SCHOOL_FILE_COLUMNS,
  'school-links': LINK_COLUMNS,
  'school-census': CENSUS_COLUMNS,
} satisfies Record<RegisterFileKind, Record<string, ColumnRule>>;

/** Names of the columns a kind of file has, as the readers call them. */
export type ColumnOf<K extends RegisterFileKind> = keyof (typeof COLUMN_RULES)[K] & string;

type Rules<K extends RegisterFileKind> = (typeof COLUMN_RULES)[K];

/** Names of the columns without which a kind of file cannot be read. */
export type EssentialColumnOf<K extends RegisterFileKind> = {
  [F in ColumnOf<K>]: Rules<K>[F] extends { essential: true } ? F : never;
}[ColumnOf<K>];

/** The school as a row of a register's file writes it: its name, else its URN. */
export function schoolAsWritten(header: readonly string[], cells: readonly string[]): string {
  const keys = header.map((title) =>
    title
      .replace(/\ufeff/g, '')
      .trim()
      .toLowerCase(),
  );
  for (const title of [...SCHOOL_FILE_COLUMNS.name.titles, ...SCHOOL_FILE_COLUMNS.urn.titles]) {
    const text = (cells[keys.indexOf(title.toLowerCase())] ?? '').trim();
    if (text !== '') return shorten(text);
  }
  return '';
}

/** What the kinds of import are called on a screen. */
export const IMPORT_KIND_LABELS = {
  schools: 'School register',
  'school-links': 'Predecessors and successors',
  'school-census': 'Pupils and free school meals',
  visits: 'Past visits',
  plans: 'Music development plans',
} as const;
