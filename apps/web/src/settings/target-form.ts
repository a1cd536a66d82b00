import { plural, splitTarget } from '@tracker/domain';
import type { RegionTarget, SaveTarget, Target } from '@tracker/contract';

/** What a region is to do: by hand, else in proportion. */
export interface ByHand {
  visits: number;
  surveys: number;
}

/** A target as a form holds it; regions that are not set by hand are null. */
export interface TargetForm {
  visits: number;
  surveys: number;
  regions: Record<string, ByHand | null>;
}

export const formOf = ({ visits, surveys, regions }: Target): TargetForm => ({
  visits,
  surveys,
  regions: Object.fromEntries(
    regions.map((region) => [
      region.regionId,
      region.setByHand ? { visits: region.visits, surveys: region.surveys } : null,
    ]),
  ),
});

/** What is typed and is no number counts as none until the form is sent, and refuses to be sent. */
const numberOf = (value: unknown) => (Number.isFinite(Number(value)) ? Number(value) : 0);

/** What each region would have: the rule's own split of what is in the form. */
export function sharesOf(form: TargetForm, regions: readonly RegionTarget[]) {
  const split = (of: keyof ByHand) =>
    splitTarget(
      numberOf(form[of]),
      regions.map(({ regionId: id, schoolsToVisit: weight, schoolsInScope: schools }) => {
        const set = form.regions[id];
        return { id, weight, schools, byHand: set ? numberOf(set[of]) : undefined };
      }),
    );
  const [visits, surveys] = [split('visits'), split('surveys')];
  return new Map(
    regions.map(({ regionId }) => [
      regionId,
      { visits: visits.get(regionId) ?? 0, surveys: surveys.get(regionId) ?? 0 },
    ]),
  );
}

/** `Regions together: 178 of 180 visits, 2 under`. */
export function sumInWords(sum: number, whole: number, one: string): string {
  const said = `${sum.toLocaleString('en-GB')} of ${plural(whole, one)}`;
  if (sum === whole) return said;
  return `${said}, ${Math.abs(sum - whole)} ${sum > whole ? 'over' : 'under'}`;
}

// Two people who both change the target choose region by region, so each is a field of its own.
const FIELD = 'region ';

export function flat({ visits, surveys, regions }: TargetForm): Record<string, unknown> {
  const fields = Object.entries(regions).map(([id, set]) => [
    `${FIELD}${id}`,
    set === null ? '' : `${set.visits} ${set.surveys}`,
  ]);
  return { visits, surveys, ...Object.fromEntries(fields) };
}

export function savedOf(fields: Record<string, unknown>): Omit<SaveTarget, 'version'> {
  const regions = Object.entries(fields).flatMap(([name, value]) => {
    if (!name.startsWith(FIELD) || !value) return [];
    const [visits, surveys] = String(value).split(' ').map(Number);
    return [{ regionId: name.slice(FIELD.length), visits: visits ?? 0, surveys: surveys ?? 0 }];
  });
  return { visits: Number(fields.visits), surveys: Number(fields.surveys), regions };
}

export const byHandInWords = ({ visits, surveys }: ByHand): string =>
  `${plural(visits, 'visit')} and ${plural(surveys, 'survey')}`;

/** How the fields are called when somebody has to choose between two versions. */
export const targetFields = (regions: readonly RegionTarget[]) => [
  { name: 'visits', label: 'Visits' },
  { name: 'surveys', label: 'Surveys' },
  ...regions.map(({ regionId, regionName }) => ({
    name: `${FIELD}${regionId}`,
    label: regionName,
    inWords: (value: unknown) => {
      if (!value) return 'In proportion';
      const [visits = 0, surveys = 0] = String(value).split(' ').map(Number);
      return byHandInWords({ visits, surveys });
    },
  })),
];
