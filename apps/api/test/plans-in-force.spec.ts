import { createHash, randomUUID } from 'node:crypto';
import {
  BY_ITS_VALUES,
  COUNT_FACTS,
  COUNT_PHASES,
  COUNT_TAGS,
  PlanDocumentEntity,
  plansInForce,
  rowsOf,
  type SchoolEntity,
  SPLIT_FACT,
  SPLIT_GROUPS,
  sql,
} from '@tracker/data';
import { academicYearStartingIn } from '@tracker/domain';
import fc from 'fast-check';
import { settlePlans } from '../src/development-plans/documents/settle-plans';
import { startTestApi, type TestApi } from './support/test-api';

const YEARS = [2024, 2025, 2026];
const SCHOOLS = 9;

let api: TestApi;
let userId: string;
let regionIds: string[];
beforeAll(async () => {
  api = await startTestApi('2026-11-20');
  userId = (await api.hub.user('head')).id;
  regionIds = [(await api.hub.region('North')).id, (await api.hub.region('South')).id];
});
afterAll(() => api.stop());

interface Document {
  school: number;
  from: number;
  years: number;
  rejected: boolean;
}

const history = fc.record({
  regions: fc.array(fc.nat(1), { minLength: SCHOOLS, maxLength: SCHOOLS }),
  /** From a school to a later one; several into one are a merger. */
  links: fc.uniqueArray(
    fc
      .tuple(fc.nat(SCHOOLS - 2), fc.nat(SCHOOLS - 2))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const),
    { maxLength: 8, selector: String },
  ),
  documents: fc.array<Document>(
    fc.record({
      school: fc.nat(SCHOOLS - 1),
      from: fc.constantFrom(...YEARS),
      years: fc.constantFrom(1, 1, 2),
      rejected: fc.constantFrom(false, false, true),
    }),
    { maxLength: 14 },
  ),
});

async function makeSchools(regions: number[], links: readonly (readonly [number, number])[]) {
  const schools: SchoolEntity[] = [];
  for (const [at, region] of regions.entries()) {
    const isOver = links.some(([before]) => before === at);
    schools.push(
      await api.hub.school({
        regionId: regionIds[region] ?? null,
        status: isOver ? 'closed' : 'open',
      }),
    );
  }
  for (const [before, after] of links) {
    await api.hub.succession(schools[before]!, schools[after]!);
  }
  return schools;
}

async function keep(schools: readonly SchoolEntity[], documents: readonly Document[]) {
  await api.dataSource.transaction(async (manager) => {
    for (const { school, from, years, rejected } of documents) {
      await manager.save(PlanDocumentEntity, {
        ...{ schoolId: schools[school]!.id, bytes: 1_000, capturedById: userId },
        ...{ capturedOn: '2026-09-20', decidedOn: '2026-09-21', decidedById: userId },
        sha256: createHash('sha256').update(randomUUID()).digest('hex'),
        ...(rejected
          ? { status: 'rejected', rejectReason: 'not_a_plan' }
          : {
              status: 'confirmed',
              academicYear: academicYearStartingIn(from),
              lastAcademicYear: academicYearStartingIn(from + years - 1),
            }),
      } as PlanDocumentEntity);
    }
    for (const { id } of schools) await settlePlans(manager, id);
  });
}

/** All that came before a school, itself not. */
function before(school: number, links: readonly (readonly [number, number])[]): Set<number> {
  const found = new Set<number>();
  const look = (at: number): void => {
    for (const [from, to] of links) {
      if (to !== at || found.has(from)) continue;
      found.add(from);
      look(from);
    }
  };
  look(school);
  return found;
}

/** Rules 17 and 19 in plain words: `school>whose` of every school that has a confirmed plan for the year. */
function expectedOf(
  year: number,
  { links, documents }: { links: (readonly [number, number])[]; documents: Document[] },
): string[] {
  const has = (school: number) =>
    documents.some(
      (one) =>
        !one.rejected && one.school === school && one.from <= year && year < one.from + one.years,
    );
  return [...Array(SCHOOLS).keys()].flatMap((school) => {
    if (has(school)) return [`${school}>${school}`];
    const line = before(school, links);
    const inOneLine = (one: number) =>
      [...line].every(
        (other) => other === one || before(one, links).has(other) || before(other, links).has(one),
      );
    const [nearest] = [...line]
      .filter((one) => has(one) && inOneLine(one))
      .sort((a, b) => before(b, links).size - before(a, links).size);
    return nearest === undefined ? [] : [`${school}>${nearest}`];
  });
}

it('a school has its own plan, or the one of the nearest school before it in one line; of a region the same', async () => {
  const seen = { own: 0, handedDown: 0, merged: 0 };
  await fc.assert(
    fc.asyncProperty(history, async ({ regions, links, documents }) => {
      const schools = await makeSchools(regions, links);
      await keep(schools, documents);
      const at = new Map(schools.map(({ id }, place) => [id, place]));
      for (const year of YEARS) {
        const read = async (regionId?: string) =>
          (
            await rowsOf<{ school_id: string; from_id: string }>(
              api.dataSource,
              sql`SELECT p.school_id, p.from_id FROM ${plansInForce(sql`${year}::int`, regionId)} p`,
            )
          )
            .filter((row) => at.has(row.school_id))
            .map((row) => `${at.get(row.school_id)}>${at.get(row.from_id)}`)
            .sort();
        const expected = expectedOf(year, { links, documents });
        expect(await read()).toEqual(expected);
        for (const [place, regionId] of regionIds.entries()) {
          const own = expected.filter((row) => regions[parseInt(row, 10)] === place);
          expect(await read(regionId)).toEqual(own);
        }
        seen.own += expected.filter((row) => /^(\d+)>\1$/.test(row)).length;
        seen.handedDown += expected.filter((row) => !/^(\d+)>\1$/.test(row)).length;
        seen.merged += regions.filter((_, school) => before(school, links).size > 1).length;
      }
    }),
    { numRuns: 25, seed: 20261120 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
}, 120_000);

it('what is counted is planned by its values: one plan for a region and for England is right for neither', () => {
  const group = { academicYear: '2026-27', regionId: randomUUID() } as const;
  const asked = { by: 'region', field: 'schemes', part: '' } as const;
  const statements = [
    ...[COUNT_FACTS, COUNT_PHASES, COUNT_TAGS].map((one) => one.write(group)),
    ...[SPLIT_FACT, SPLIT_GROUPS].map((one) => one.write(group, asked)),
  ];
  for (const one of statements) expect(one.toQuery().text.indexOf(BY_ITS_VALUES)).toBe(0);
});
