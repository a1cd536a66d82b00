import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser, Target, TargetChange } from '@tracker/contract';
import { academicYearSpan, type AcademicYear, splitTarget } from '@tracker/domain';
import { Clock } from '@tracker/work';
import {
  getYearTarget,
  readScopeDay,
  RegionEntity,
  sql,
  statement,
  TargetChangeEntity,
  TargetEntity,
} from '@tracker/data';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { conflict, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { SaveTargetDto } from './targets.dto';
import { REGION_WEIGHTS, type RegionWeight, TARGET_HISTORY } from './targets.queries';

const LOCK_TARGETS = statement(
  'targets.lock',
  () => sql`LOCK TABLE targets IN SHARE ROW EXCLUSIVE MODE`,
);

/** What academic years aim at: set for the year, else the hub's default. */
@Injectable()
export class TargetsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Split over the regions, those by name. */
  async get(
    academicYear: AcademicYear,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Target> {
    const {
      version,
      visits,
      surveys,
      regions: byHand,
    } = await getYearTarget(manager, academicYear);
    const weights = await this.weights(academicYear, manager);
    const set = new Map(byHand.map((region) => [region.regionId, region]));
    const split = (whole: number, of: 'visits' | 'surveys') =>
      splitTarget(
        whole,
        weights.map(({ regionId: id, schools, schoolsToVisit: weight }) => {
          return { id, schools, weight, byHand: set.get(id)?.[of] };
        }),
      );
    const shares = { visits: split(visits, 'visits'), surveys: split(surveys, 'surveys') };
    const regions = weights.map(({ regionId, regionName, schools, schoolsToVisit }) => ({
      regionId,
      regionName,
      visits: shares.visits.get(regionId) ?? 0,
      surveys: shares.surveys.get(regionId) ?? 0,
      setByHand: set.has(regionId),
      schoolsToVisit,
      schoolsInScope: schools,
    }));
    const sumOf = (of: 'visits' | 'surveys') =>
      regions.reduce((sum, region) => sum + region[of], 0);
    const sum = { visits: sumOf('visits'), surveys: sumOf('surveys') };
    return { academicYear, version, visits, surveys, regions, sum };
  }

  /** @throws 422 naming a region that is not on record; 409 with the target as it is now */
  save(user: SignedInUser, academicYear: AcademicYear, sent: SaveTargetDto): Promise<Target> {
    const { version, visits, surveys } = sent;
    const regions = sent.regions.map(({ regionId, visits, surveys }) => ({
      ...{ regionId, visits, surveys },
    }));
    return this.transactions.write(async (manager) => {
      // Of a year without a row there is nothing to lock yet.
      await LOCK_TARGETS.run(manager);
      const present = await manager.findOneBy(TargetEntity, { academicYear });
      if ((present?.version ?? 0) !== version) {
        throw conflict(
          'Someone else has saved the target since you opened it. Compare both versions and choose.',
          await this.get(academicYear, manager),
        );
      }
      const names = await namesOf(manager, regions);
      const aim = { visits, surveys };
      const before = present && plain(present);
      if (isDeepStrictEqual(before, { ...aim, regions })) return this.get(academicYear, manager);
      const row = present ?? manager.create(TargetEntity, { academicYear });
      const { id } = await manager.save(TargetEntity, Object.assign(row, { ...aim, regions }));
      await manager.insert(TargetChangeEntity, {
        ...aim,
        targetId: id,
        byId: user.id,
        regions: regions.map((region) => ({
          ...region,
          regionName: names.get(region.regionId) ?? '',
        })),
      });
      return this.get(academicYear, manager);
    });
  }

  /** Newest first. */
  async history(academicYear: AcademicYear): Promise<TargetChange[]> {
    return TARGET_HISTORY.rows(this.dataSource, academicYear);
  }

  private async weights(year: AcademicYear, manager: EntityManager): Promise<RegionWeight[]> {
    const { opensOn } = academicYearSpan(year);
    const scopeDay = await readScopeDay(manager, opensOn, this.clock.today());
    return REGION_WEIGHTS.rows(manager, { year, scopeDay });
  }
}

const plain = ({ visits, surveys, regions }: TargetEntity) => ({ visits, surveys, regions });

/** @throws 422 naming each region that is not on record */
async function namesOf(
  manager: EntityManager,
  regions: { regionId: string }[],
): Promise<Map<string, string>> {
  const ids = regions.map(({ regionId }) => regionId);
  const found = await manager.findBy(RegionEntity, { id: In(ids) });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const faults = ids.flatMap((id, at) =>
    names.has(id)
      ? []
      : [{ field: `regions.${at}.regionId`, message: 'The region is not on record.' }],
  );
  if (faults.length > 0) throw unacceptable(faults);
  return names;
}
