import { academicYearSpan, type AcademicYear } from '../academic-year';
import type { Passage, PlanWarningKey } from './document-to-read';
import type { PlanField, PlanReading, PlanWarning } from './plan-fields';
import { plainText } from './plain-text';
import type { Named } from './named';
import type { InexactDay } from './written-days';

/** What is known beside the document, to compare it with. */
export interface PlanContext {
  /** The school's name in the register, and those of its predecessors. */
  schoolNames?: readonly string[];
  /** The hub by all of its names. */
  hub?: Named;
  /** Where the document was found. */
  address?: string | null;
  website?: string | null;
}

interface Read extends Pick<PlanReading, 'fields' | 'sections'> {
  adviceLeftIn: Passage[];
  national: Passage[];
  textInPictures: boolean;
}

/** Each warning in its own words; rule 26. */
export const PLAN_WARNING_SENTENCES: Record<PlanWarningKey, string> = {
  no_year: 'No academic year is stated. Say which one it covers.',
  covers_year_over_when_published: 'It was published after the last year it covers had ended.',
  review_before_published: 'It was to be reviewed before it was published.',
  two_years: 'The heading and the table name different years.',
  date_not_read: 'What is given as a date is none.',
  sections_blank: 'There are headings with nothing under them.',
  template_advice_left_in: 'Advice of the template to whoever fills it in was not deleted.',
  national_plan_list_copied: "In the national plan's words.",
  other_school: 'The school named in it is another one.',
  other_hub: 'The music hub named in it is not ours.',
  hub_not_named_in_full: 'The music hub is named by a place only.',
  not_on_own_site: "The address is not on the school's website.",
  text_in_pictures: 'Some pages or pictures hold text that cannot be read.',
};

export function planWarnings(read: Read, context: PlanContext): PlanWarning[] {
  const { fields, sections, adviceLeftIn, national, textInPictures } = read;
  const warnings: PlanWarning[] = [];
  const warn = (key: PlanWarningKey, names: PlanField[], passages: Passage[] = []) =>
    warnings.push({ key, sentence: PLAN_WARNING_SENTENCES[key], fields: names, passages });
  const years = fields.academicYears.value;
  const [published, review] = [fields.publishedOn.value, fields.reviewOn.value];
  if (!years) warn('no_year', ['academicYears'], fields.academicYears.passages);
  else if (published !== null && wasOver(years, published)) {
    warn(
      'covers_year_over_when_published',
      ['academicYears', 'publishedOn'],
      fields.publishedOn.passages,
    );
  }
  if (published !== null && review !== null && isBefore(review, published)) {
    warn('review_before_published', ['publishedOn', 'reviewOn'], fields.reviewOn.passages);
  }
  for (const key of ['two_years', 'date_not_read'] as const) {
    const names = namesWith(read, key);
    if (names.length > 0)
      warn(
        key,
        names,
        names.flatMap((name) => fields[name].passages),
      );
  }
  const blank = Object.entries(sections).filter(
    ([name, state]) => name.startsWith('part') && state === 'blank',
  );
  if (blank.length > 0) warn('sections_blank', []);
  if (adviceLeftIn.length > 0) warn('template_advice_left_in', [], adviceLeftIn);
  if (national.length > 0)
    warn('national_plan_list_copied', namesWith(read, 'national_plan_list_copied'), national);
  if (isOtherSchool(fields.schoolName.value, context)) {
    warn('other_school', ['schoolName'], fields.schoolName.passages);
  }
  const hub = hubWarning(fields.hubName.value, context);
  if (hub) warn(hub, ['hubName'], fields.hubName.passages);
  if (isElsewhere(context)) warn('not_on_own_site', []);
  if (textInPictures) warn('text_in_pictures', []);
  return warnings;
}

const namesWith = ({ fields }: Read, key: PlanWarningKey) =>
  (Object.keys(fields) as PlanField[]).filter((name) => fields[name].warnings.includes(key));

/** The first and the last day that a day as exact as it is written may be. */
const firstDay = (day: InexactDay) => (day.length === 7 ? `${day}-01` : day);
const lastDay = (day: InexactDay) => (day.length === 7 ? `${day}-31` : day);

const wasOver = (years: readonly AcademicYear[], published: InexactDay): boolean =>
  years.every((year) => firstDay(published) > academicYearSpan(year).closesOn);
const isBefore = (review: InexactDay, published: InexactDay): boolean =>
  lastDay(review) < firstDay(published);

const SHORT: [RegExp, string][] = [
  [/\b(church of england|c of e|cofe|ce|cep|c e)\b/g, 'ce'],
  [/\b(roman catholic|catholic|rc)\b/g, 'rc'],
  [/\b(voluntary (aided|controlled)|va|vc|aided|controlled)\b/g, ' '],
  [/\b(saint|st)\b/g, 'st'],
  [
    /\b(junior and infant|junior mixed and infant|infant and junior|jmi|j and i|j i|jm i|juniors?|infants?|primary)\b/g,
    ' ',
  ],
  [/\b(the|school|academy|college|high|secondary|community|federation|nursery|and|of)\b/g, ' '],
];
const bareSchool = (name: string) =>
  SHORT.reduce((text, [pattern, short]) => text.replace(pattern, short), plainText(name))
    .split(' ')
    .filter((word) => word !== '' && word !== 'ce' && word !== 'rc');

/** Whether no word that tells one school from another is in both names. */
export function isOtherSchool(named: string | null, { schoolNames = [] }: PlanContext): boolean {
  if (named === null || schoolNames.length === 0) return false;
  const words = bareSchool(named);
  if (words.length === 0) return false;
  return !schoolNames.some((name) => {
    const own = bareSchool(name);
    const initials = [own, plainText(name).split(' ')].map((all) =>
      all.map((word) => word[0]).join(''),
    );
    const shared = words.filter((word) => own.includes(word)).length;
    const most = Math.min(words.length, own.length);
    return initials.includes(plainText(named)) || (most > 0 && shared / most > 0.5);
  });
}

const HUB_WORD = /\b(music|hub|service|trust|arts|partnership|education|network|alliance)\b/i;

/** Whether the hub that a plan names is this one, by any of its names or a part of one. */
export function isOurHub(named: string, hub: Named): boolean {
  const plain = plainText(named);
  const names = [hub.name, ...hub.others].map(plainText);
  return names.some(
    (name) => ` ${plain} `.includes(` ${name} `) || ` ${name} `.includes(` ${plain} `),
  );
}

function hubWarning(named: string | null, { hub }: PlanContext): PlanWarningKey | null {
  if (named === null || hub === undefined) return null;
  if (!isOurHub(named, hub)) return 'other_hub';
  return HUB_WORD.test(named) || /^[A-Z]{2,6}$/.test(named) ? null : 'hub_not_named_in_full';
}

/** The host of an address, without `www.`; addresses are text here. */
const hostOf = (address: string): string | null =>
  /^(?:https?:\/\/)?(?:www\.)?([^/:?#\s]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? null;

function isElsewhere({ address, website }: PlanContext): boolean {
  const [host, own] = [address, website].map((text) => (text ? hostOf(text) : null));
  return host != null && own != null && host !== own && !host.endsWith(`.${own}`);
}
