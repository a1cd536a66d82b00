import type { Day } from '../day';
import { plural } from '../plural';

/** What the register's files hold together: the file of state-funded schools has no colleges. */
export type RegisterGroup = 'schools' | 'colleges' | 'non-maintained special schools';

/** Types of establishment, by the group of the files they are in; every other type is a school's. */
export const TYPES_OF_GROUP: Record<Exclude<RegisterGroup, 'schools'>, readonly string[]> = {
  colleges: ['Further education', 'Sixth form centres', 'Special post 16 institution'],
  'non-maintained special schools': ['Non-maintained special school'],
};

/** Open schools of one authority and one group: how many the file has, and how many it has not. */
export interface RegisterCoverage {
  /** Null where the register does not say whose school it is. */
  laCode: string | null;
  group: RegisterGroup;
  listed: number;
  missing: number;
}

/** A file with fewer of the schools on record than this share is a part of the register. */
const WHOLE_FROM = 1 / 3;

/** Whether schools that a file has not are missing from it; a part of the register says nothing of the rest. */
export function isWholeList({ listed, missing }: Pick<RegisterCoverage, 'listed' | 'missing'>) {
  return listed > 0 && listed >= (listed + missing) * WHOLE_FROM;
}

/** What a file of schools or links contradicted, decided and left open; of a dry run, what it would. */
export interface RegisterOutcome {
  /** The latest day in the file, today at most; about when it was made. Null where it has none. */
  latestDay: Day | null;
  /** Whether that day is a day of change, so that the file cannot be much younger. */
  dated: boolean;
  /** Whether the file has open schools alone. */
  openOnly: boolean;
  coverage: RegisterCoverage[];
  /** Open schools that the file no longer has, or that stand open beside their successor. */
  toDecide: number;
  /** Schools that would have lost their region, by district. */
  regionsKept: { district: string; schools: number }[];
  /** Schools that took the region of the school before them. */
  regionsTaken: number;
  /** Schools in the visiting cycle without a region, of the whole hub; null where it has no regions. */
  withoutRegion: number | null;
  namesDistricts: boolean;
  /** Schools in the visiting cycle whose district is not on record; older imports lack it. */
  withoutDistrict?: number;
  /** Values left out of rows that were taken. */
  leftOut: number;
  /** Establishments that are no schools, such as children's centres. */
  noSchools: number;
  /** Predecessors and successors read from a file of schools. */
  links: number;
  /** Schools created, by whether they are in the visiting cycle; a file of older imports lacks it. */
  created?: { inScope: number; outOfScope: number };
  /** Links of which the school before or after is not on record. */
  linksUnknown?: number;
  /** Schools closed by somebody's decision that this older file has as open. */
  keptClosed: number;
}

/** The lists that sayings lead to. */
export const REGISTER_LISTS = [
  ...(['toDecide', 'regionsKept', 'withoutRegion', 'leftOut', 'regions'] as const),
  ...(['createdInScope', 'createdOutOfScope'] as const),
] as const;
type RegisterList = (typeof REGISTER_LISTS)[number];

/** One thing to say of a register's file, and the list that shows it. */
export interface RegisterSaying {
  text: string;
  list?: RegisterList;
}

/** What is to be said of a file beside its counts, the most pressing first. */
export function sayingsOf(outcome: RegisterOutcome, dryRun: boolean): RegisterSaying[] {
  const { toDecide, regionsKept, withoutRegion, keptClosed, noSchools, links } = outcome;
  const sayings: RegisterSaying[] = [];
  const say = (text: string, list?: RegisterSaying['list']) =>
    sayings.push(list ? { text, list } : { text });
  if (toDecide > 0) {
    const are = toDecide === 1 ? 'is' : 'are';
    const later = dryRun ? ' You can decide once the file is imported.' : '';
    say(
      `${plural(toDecide, 'school')} on record as open ${are} not in this file or ${are} open beside a successor. ` +
        `Nothing is closed until you decide.${later}`,
      'toDecide',
    );
  }
  const kept = regionsKept.reduce((sum, { schools }) => sum + schools, 0);
  if (kept > 0) {
    const where = regionsKept.map(({ district, schools }) => `${district} (${schools})`).join(', ');
    const own = kept === 1 ? 'its region' : 'their region';
    say(
      `${plural(kept, 'school')} would lose ${own}, because no region has the district: ${where}. ` +
        `${kept === 1 ? 'It keeps the region it has' : 'They keep the regions they have'} until you add the district to a region.`,
      'regionsKept',
    );
  }
  for (const part of partsOf(outcome)) say(part);
  if (keptClosed > 0) {
    say(
      `${plural(keptClosed, 'school')} that you closed ${keptClosed === 1 ? 'is' : 'are'} open in this file, which is older. ` +
        `${keptClosed === 1 ? 'It stays' : 'They stay'} closed.`,
    );
  }
  sayCreated(outcome, dryRun, say);
  if (withoutRegion !== null && withoutRegion > 0) {
    const have = withoutRegion === 1 ? 'has' : 'have';
    say(
      `${plural(withoutRegion, 'school')} in the visiting cycle ${have} no region.`,
      'withoutRegion',
    );
  }
  if (outcome.regionsTaken > 0) {
    say(
      `${plural(outcome.regionsTaken, 'new school')} took the region of the school before ${outcome.regionsTaken === 1 ? 'it' : 'them'}.`,
    );
  }
  const { withoutDistrict } = outcome;
  if (!outcome.namesDistricts && withoutDistrict !== 0) {
    const are =
      withoutDistrict === undefined
        ? ''
        : `, and ${plural(withoutDistrict, 'school')} in the visiting cycle ${withoutDistrict === 1 ? 'has' : 'have'} none on record`;
    say(
      `This register names no districts${are}. To have schools follow their districts, import the full register ` +
        '(edubasealldata); or set regions by town or postcode in the list of schools.',
      'regions',
    );
  }
  if (outcome.leftOut > 0) {
    say(
      `${plural(outcome.leftOut, 'value')} could not be used as written. The schools were taken.`,
      'leftOut',
    );
  }
  if (noSchools > 0) {
    say(
      `${plural(noSchools, 'row')} skipped, because ${noSchools === 1 ? "it is a children's centre and not a school" : "they are children's centres and not schools"}.`,
    );
  }
  if (links > 0) say(`${plural(links, 'link')} to predecessors and successors read as well.`);
  const { linksUnknown = 0 } = outcome;
  if (linksUnknown > 0) {
    const [point, count] = linksUnknown === 1 ? ['points', 'It counts'] : ['point', 'They count'];
    say(
      `${plural(linksUnknown, 'link')} ${point} at a school that is not on record. ${count} as soon as that school is imported.`,
    );
  }
  return sayings;
}

function sayCreated(
  { created }: RegisterOutcome,
  dryRun: boolean,
  say: (text: string, list: RegisterSaying['list']) => void,
): void {
  if (!created) return;
  const { inScope, outOfScope } = created;
  const schools = (count: number) =>
    plural(
      count,
      dryRun ? 'school to be created' : 'created school',
      dryRun ? 'schools to be created' : 'created schools',
    );
  const are = (count: number) => (count === 1 ? 'is' : 'are');
  if (inScope > 0) {
    say(`${schools(inScope)} ${are(inScope)} in the visiting cycle.`, 'createdInScope');
  }
  if (outOfScope > 0) {
    say(
      `${schools(outOfScope)} ${are(outOfScope)} not in the visiting cycle: closed, not yet open or not state-funded.`,
      'createdOutOfScope',
    );
  }
}

/** Of groups the file has not, or only in part: that they were left as they are. */
function partsOf({ coverage }: RegisterOutcome): string[] {
  const left = new Map<string, { listed: number; missing: number }>();
  for (const { group, listed, missing } of coverage) {
    if (missing === 0 || isWholeList({ listed, missing })) continue;
    const sum = left.get(group) ?? { listed: 0, missing: 0 };
    left.set(group, { listed: sum.listed + listed, missing: sum.missing + missing });
  }
  return [...left].map(([group, { listed, missing }]) =>
    listed === 0
      ? `This file has no ${group}. The ${missing} on record ${missing === 1 ? 'was' : 'were'} left as ${missing === 1 ? 'it is' : 'they are'}.`
      : `This file has ${listed} of the ${listed + missing} open ${group} on record, so it is a part of the register. The others were left as they are.`,
  );
}
