import { IMPORT_KIND_LABELS } from '../register/column-rules';
import { recogniseRegisterFile, type FileColumn } from '../register/match-columns';
import { shorten } from '../register/rejection';
import { titleWords } from '../visit-sheet/column-titles';
import { sheetText, type SheetCell } from '../visit-sheet/sheet-cell';
import { VISIT_TITLES } from '../visit-sheet/visit-columns';

/** What the columns of a list of plans can mean. */
export const PLAN_LIST_FIELDS = [
  ...(['urn', 'schoolName', 'town', 'postcode'] as const),
  ...(['academicYears', 'seenOn', 'address', 'hasPlan'] as const),
];
export type PlanListField = (typeof PLAN_LIST_FIELDS)[number];

/** The columns found; a field without a column has no key. */
export type PlanListColumns = Partial<Record<PlanListField, FileColumn>>;

interface Titles {
  /** Words of a title as a whole, likeliest first. */
  exact: readonly string[];
  /** What else a title may say. */
  like?: RegExp;
}

const PLAN = '(?:plan|smdp|mdp)';
const SEEN = '(?:seen|checked|found|looked(?: at| for)?|viewed|accessed)';

const WEB = '(?:link|url|web ?address|web ?page|address)';

const TITLES: Record<PlanListField, Titles> = {
  urn: { exact: VISIT_TITLES.urn.titles },
  schoolName: {
    exact: VISIT_TITLES.schoolName.titles,
    like: /\bschools? name\b|\bname of (the )?school\b/,
  },
  town: { exact: VISIT_TITLES.town.titles },
  postcode: { exact: VISIT_TITLES.postcode.titles },
  academicYears: {
    exact: [
      ...['academic year', 'academic years', 'academic year covered', 'academic years covered'],
      ...['years covered', 'year covered', 'school year', 'covers', 'plan year', 'year', 'years'],
    ],
    like: new RegExp(
      `\\b(?:academic|school) years?\\b|\\b${PLAN}\\b.*\\byears?\\b|\\byears?\\b.*\\b${PLAN}\\b`,
    ),
  },
  seenOn: {
    exact: [
      ...['date seen', 'seen on', 'day seen', 'date checked', 'checked on', 'last checked'],
      ...['date found', 'found on', 'seen', 'checked', 'date', 'day', 'when'],
    ],
    like: new RegExp(`\\b(?:date|day|when)\\b.*\\b${SEEN}\\b|\\b${SEEN} (?:on|date)$`),
  },
  address: {
    exact: [
      ...['smdp link', 'plan link', 'smdp url', 'plan url', 'smdp address', 'plan address'],
      ...['link', 'url', 'web link', 'weblink', 'hyperlink', 'web address', 'web page', 'webpage'],
      ...['website', 'address', 'plan', 'smdp', 'music development plan'],
    ],
    like: new RegExp(`\\b${WEB}\\b.*\\b${PLAN}\\b|\\b${PLAN}\\b.*\\b${WEB}\\b`),
  },
  hasPlan: {
    exact: [
      ...['smdp on website', 'plan on website', 'has plan', 'has smdp', 'has a plan', 'published'],
      ...['on website', 'plan', 'smdp'],
    ],
    like: new RegExp(
      `\\b${PLAN}\\b.*\\b(?:website|online|published|found|seen|available|in place)\\b|^(?:has|have|is there)\\b.*\\b${PLAN}\\b`,
    ),
  },
};
const BY_LIKENESS = 100;

/** How well a title suits a field, 0 best; null not at all. */
function rank(field: PlanListField, title: string): number | null {
  const { exact, like } = TITLES[field];
  const at = exact.indexOf(title);
  if (at >= 0) return at;
  return like?.test(title) ? BY_LIKENESS : null;
}

/** The words of a title; of "Seen on (dd/mm/yyyy)" without what explains it. */
const wordsOf = (title: string): string =>
  titleWords(title.replace(/(?<=\S)\s*[([][^)\]]*[)\]]?\s*$/, ''));

/** Each field gets its best column and each column one field. */
export function planListColumns(header: readonly SheetCell[]): PlanListColumns {
  const columns = header.map((cell, index) => ({ index, title: sheetText(cell) }));
  const pairs = PLAN_LIST_FIELDS.flatMap((field) =>
    columns.flatMap((column) => {
      const suits = rank(field, wordsOf(column.title));
      return suits === null ? [] : [{ field, column, suits }];
    }),
  ).sort((a, b) => a.suits - b.suits);
  const found: PlanListColumns = {};
  const taken = new Set<number>();
  for (const { field, column } of pairs) {
    if (found[field] || taken.has(column.index)) continue;
    found[field] = column;
    taken.add(column.index);
  }
  return found;
}

/** Columns that say yes or no, or where the plan is. */
export const planAddressColumns = (header: readonly SheetCell[]): number[] => {
  const { address, hasPlan } = planListColumns(header);
  return [address, hasPlan].flatMap((column) => column?.index ?? []);
};

/** Whether a row is the header of a list of plans: it names the school and something of its plan. */
export function isPlanListHeader(cells: readonly SheetCell[]): boolean {
  const { urn, schoolName, address, academicYears, seenOn, hasPlan } = planListColumns(cells);
  return Boolean((urn ?? schoolName) && (address ?? academicYears ?? seenOn ?? hasPlan));
}

/** The school as a row of a list of plans writes it: its name, else its URN. */
export function schoolOfPlanList(header: readonly string[], cells: readonly string[]): string {
  const { schoolName, urn } = planListColumns(header);
  const texts = [schoolName, urn].map((column) => sheetText(cells[column?.index ?? -1]));
  return shorten(texts.find((text) => text !== '') ?? '');
}

/** Rows at the top that may hold a title or an explanation before the header. */
export const PLAN_LIST_HEADER_WITHIN = 30;

/** What is wrong with a header, a sentence; null when plans can be read under it. */
export function planListProblem(header: readonly SheetCell[]): string | null {
  const titles = header.map(sheetText);
  const register = recogniseRegisterFile(titles);
  if (register !== null) {
    return `This looks like a file of the school register; choose “${IMPORT_KIND_LABELS[register]}” to import it.`;
  }
  if (!isPlanListHeader(header)) return NO_HEADER;
  const { urn, schoolName, town, postcode, ...plan } = planListColumns(header);
  for (const column of [urn, schoolName, town, postcode, ...Object.values(plan)]) {
    const again = titles.findIndex(
      (title, index) => column && index > column.index && wordsOf(title) === wordsOf(column.title),
    );
    if (!column || again < 0) continue;
    return `The file has two columns called “${column.title}” (columns ${column.index + 1} and ${again + 1}). Take one of them out.`;
  }
  return null;
}

/** What is said of a file in which no row is a header. */
export const NO_HEADER =
  'The file has no row of column names with the school (“URN” or “School”) and its plan (“Address”, “Academic year”, “Seen on”).';
