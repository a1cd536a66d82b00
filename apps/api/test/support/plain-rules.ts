/** The rules that progress stands on, written down once more and plainly, to hold the tracker's to. */
import type { Day } from '@tracker/domain';
import type { World, WorldSchool } from './progress-world';

/** The terms of the test's hub; other years have none on record. */
export const TERMS: Record<string, { from: Day; to: Day; halfTerm: [Day, Day] }> = {
  '2023-24': { from: '2023-09-04', to: '2024-07-23', halfTerm: ['2023-10-23', '2023-10-27'] },
  '2024-25': { from: '2024-09-02', to: '2025-07-22', halfTerm: ['2024-10-28', '2024-11-01'] },
};

const FUNDED = ['Community school', 'Academy converter'];
/** School days of a year over before a day, and in all; day by day. */
export function schoolDays(year: string, before: Day): { gone: number; all: number } {
  const start = Number(year.slice(0, 4));
  const term = TERMS[year];
  let [gone, all] = [0, 0];
  for (let at = Date.UTC(start, 8, 1); at < Date.UTC(start + 1, 8, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const weekday = new Date(at).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    if (term ? day < term.from || day > term.to : day.slice(5, 7) === '08') continue;
    if (term && day >= term.halfTerm[0] && day <= term.halfTerm[1]) continue;
    all += 1;
    if (day < before) gone += 1;
  }
  return { gone, all };
}

export const pad = (value: number) => String(value).padStart(2, '0');

/** The academic year of a day. */
export function yearOf(day: Day): string {
  const start = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${start}-${pad((start + 1) % 100)}`;
}

/** Rule 1: of 29 February it is the 28th. */
export function threeYearsAfter(day: Day): Day {
  const year = Number(day.slice(0, 4)) + 3;
  return day.endsWith('02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/** On a past day those are in scope that are now or closed later, from their opening on. */
export function inScopeOn(school: WorldSchool, day: Day, today: Day): boolean {
  const { status, type, openedOn, closedOn } = school;
  if (type === null || !FUNDED.includes(type)) return false;
  const isOpen = status === 'open' || status === 'closing';
  if (day >= today) return isOpen;
  if (openedOn !== null && openedOn > day) return false;
  return isOpen || (status === 'closed' && closedOn !== null && closedOn >= day);
}

/** Rule 5: those whose visits count as the school's own. */
export function ancestorsOf(
  world: World,
  school: WorldSchool,
  seen: WorldSchool[] = [],
): WorldSchool[] {
  const found = [...seen];
  for (const { predecessor, successor } of world.links) {
    if (successor !== school.urn) continue;
    const before = world.schools.find(({ urn }) => urn === predecessor) as WorldSchool;
    if (before.status !== 'closed' || found.includes(before)) continue;
    found.push(before);
    for (const one of ancestorsOf(world, before, found)) if (!found.includes(one)) found.push(one);
  }
  return found;
}

/** One visit after the other to the region that is furthest below its exact share. */
export function apportion(
  whole: number,
  regions: { id: string; schools: number; toVisit: number }[],
  byHand: [string, number][],
): Map<string, number> {
  const shares = new Map(byHand);
  const others = regions.filter(({ id }) => !shares.has(id));
  const rest = Math.max(0, whole - byHand.reduce((sum, [, aim]) => sum + aim, 0));
  const by = others.some(({ toVisit }) => toVisit > 0)
    ? ({ toVisit }: { toVisit: number }) => toVisit
    : others.some(({ schools }) => schools > 0)
      ? ({ schools }: { schools: number }) => schools
      : () => 1;
  const all = others.reduce((sum, region) => sum + by(region), 0);
  for (const region of others) shares.set(region.id, Math.floor((rest * by(region)) / all));
  const given = () => others.reduce((sum, { id }) => sum + (shares.get(id) as number), 0);
  while (others.length > 0 && given() < rest) {
    const lacking = (region: (typeof others)[number]) =>
      rest * by(region) - (shares.get(region.id) as number) * all;
    const most = others.reduce((a, b) => (lacking(b) > lacking(a) ? b : a));
    shares.set(most.id, (shares.get(most.id) as number) + 1);
  }
  return shares;
}
