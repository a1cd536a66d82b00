import {
  isWholeList,
  schoolNameKey,
  type Day,
  type RegisterCoverage,
  type RegisterOutcome,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { NewFinding } from './import-findings';
import type { ImportWork } from './import-work';
import { inheritRegions, type Succession } from './inherit-regions';
import { NOTHING_TO_SAY } from './register-file';
import {
  type BesideSuccessor,
  COUNT_WITHOUT_DISTRICT,
  COUNT_WITHOUT_REGION,
  DROP_OFFERS_OF_LISTED,
  DROP_OLDER_OFFERS,
  FIND_AT_POSTCODE,
  FIND_BESIDE_SUCCESSOR,
  FIND_COVERAGE,
  FIND_NOT_LISTED,
  FIND_REGIONS_KEPT,
  type NotListed,
  OFFERED_ALREADY,
} from './register-findings.queries';

/**
 * Compares the records with a register that has just been applied: what it contradicts becomes a
 * finding, and what it leaves open is counted.
 */
export async function lookAtRegister(work: ImportWork): Promise<void> {
  const { manager, record } = work;
  const outcome: RegisterOutcome = work.register ?? NOTHING_TO_SAY;
  const day = outcome.dated ? outcome.latestDay : null;
  outcome.coverage = await FIND_COVERAGE.rows(manager);
  const whole = outcome.coverage.filter(isWholeList);
  const missing = await notListed(manager, whole, day);
  const beside = await FIND_BESIDE_SUCCESSOR.rows(manager);
  const followed = new Set(beside.map(({ urn }) => urn));
  const twins = await twinsOf(
    manager,
    missing.filter(({ urn }) => !followed.has(urn)),
  );
  const gone = new Set(missing.map(({ urn }) => urn));
  const offers: NewFinding[] = [
    ...missing.map(({ urn, name, openedOn, fileName }): NewFinding => {
      const twin = twins.get(urn);
      const tooOld = !!openedOn && !!outcome.latestDay && openedOn > outcome.latestDay;
      const known = followed.has(urn) || twin !== undefined;
      return {
        ...{ kind: 'not_listed', urn, name, successorUrn: twin, recommended: known || !tooOld },
        value: fileName ?? record.fileName,
      };
    }),
    ...besideFindings(beside.filter(({ urn }) => !gone.has(urn))),
  ];
  await offerForClosing(work, offers);
  await DROP_OFFERS_OF_LISTED.run(manager, day);
  await keepRegions(work, outcome);
  outcome.toDecide = offers.length;
  const supposed: Succession[] = [...twins].map(([predecessorUrn, successorUrn]) => ({
    predecessorUrn,
    successorUrn,
  }));
  outcome.regionsTaken = await inheritRegions(manager, supposed, record.id);
  outcome.withoutRegion = await countWithoutRegion(manager);
  outcome.withoutDistrict = (await COUNT_WITHOUT_DISTRICT.one(manager)).count;
  work.register = outcome;
}

/** The same of a file of links, which only says who followed whom. */
export async function lookAtLinks(work: ImportWork): Promise<void> {
  const { manager, record } = work;
  const offered = await OFFERED_ALREADY.rows(manager);
  const known = new Set(offered.map(({ urn }) => urn));
  const beside = await FIND_BESIDE_SUCCESSOR.rows(manager);
  const offers = besideFindings(beside.filter(({ urn }) => !known.has(urn)));
  await offerForClosing(work, offers);
  work.register = {
    ...(work.register ?? NOTHING_TO_SAY),
    toDecide: offers.length,
    regionsTaken: await inheritRegions(manager, [], record.id),
    withoutRegion: await countWithoutRegion(manager),
  };
}

const besideFindings = (beside: readonly BesideSuccessor[]): NewFinding[] =>
  beside.map(({ urn, name }) => ({ kind: 'beside_successor', urn, name, recommended: true }));

async function notListed(
  manager: EntityManager,
  whole: readonly RegisterCoverage[],
  day: Day | null,
): Promise<NotListed[]> {
  return FIND_NOT_LISTED.rows(manager, {
    laCodes: whole.map(({ laCode }) => laCode),
    groups: whole.map(({ group }) => group),
    day,
  });
}

/** Who seems to have followed a school although no link says so: the same name at the same postcode. */
async function twinsOf(
  manager: EntityManager,
  missing: readonly NotListed[],
): Promise<Map<number, number>> {
  const others = await FIND_AT_POSTCODE.rows(
    manager,
    missing.map(({ urn }) => urn),
  );
  const keyOf = new Map(missing.map(({ urn, name }) => [urn, schoolNameKey(name)]));
  const same = others.filter(({ urn, otherName }) => keyOf.get(urn) === schoolNameKey(otherName));
  return new Map(same.map(({ urn, otherUrn }) => [urn, otherUrn]));
}

async function offerForClosing(
  { manager, findings }: ImportWork,
  offers: readonly NewFinding[],
): Promise<void> {
  await DROP_OLDER_OFFERS.run(
    manager,
    offers.map(({ urn }) => urn),
  );
  findings.push(...offers);
}

async function keepRegions(
  { manager, findings }: ImportWork,
  outcome: RegisterOutcome,
): Promise<void> {
  const kept = await FIND_REGIONS_KEPT.rows(manager);
  const byDistrict = new Map<string, number>();
  for (const { urn, name, district, region } of kept) {
    byDistrict.set(district, (byDistrict.get(district) ?? 0) + 1);
    findings.push({ kind: 'region_kept', urn, name, value: district, message: region });
  }
  outcome.regionsKept = [...byDistrict].map(([district, schools]) => ({ district, schools }));
}

async function countWithoutRegion(manager: EntityManager): Promise<number | null> {
  return (await COUNT_WITHOUT_REGION.one(manager)).count;
}
