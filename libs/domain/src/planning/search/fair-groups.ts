import { groupShares, groupsOfSchool } from '../fairness';
import type { PlanModel } from '../model';
import { LEAST_SHARE } from '../fairness';

/** Above what must be, so that whole schools do not fall short of it. */
const AIM = LEAST_SHARE + 0.04;

/** A group of the band that is not placed whole; it is to get `need` schools at least. */
export interface FairGroup {
  need: number;
  got: number;
}

/** P6 for the search: the groups of the band at the margin, and those of each school. */
export function fairGroups(model: PlanModel, target: readonly number[]) {
  const { schools, problem } = model;
  const locked = new Set((problem.locked ?? []).map(({ urn }) => urn));
  const lockedSchools = problem.schools.filter(({ urn }) => locked.has(urn));
  const ofBand = (band: number) => schools.filter((school) => school.band === band).length;
  const margin = [1, 2, 3].find((band) => target[band]! < ofBand(band)) ?? 3;
  const waiting = [...schools, ...lockedSchools].filter(({ band }) => band === margin);
  const agreed = lockedSchools.filter(({ band }) => band === margin).length;
  const shares = groupShares(waiting, target[margin]! + agreed, (at) =>
    locked.has(waiting[at]!.urn),
  );
  const numbers = new Map(shares.map(({ name }, g) => [name, g]));
  const groups: FairGroup[] = shares.map(({ share, got }) => ({ need: AIM * share, got }));
  const groupsOf = schools.map((school) =>
    school.band === margin ? groupsOfSchool(school).flatMap((name) => numbers.get(name) ?? []) : [],
  );
  return { groups, groupsOf };
}
