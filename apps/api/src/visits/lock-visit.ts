import { FollowUpActionEntity, SchoolEntity, VisitEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem';
import { refuseStale } from '../http/version';

/** A visit whose row is locked until the transaction ends, and what a step in its life asks about. */
interface LockedVisit {
  visit: VisitEntity;
  /** Of its school. */
  regionId: string | null;
  /** Whether it is what became of an action: that is written down when the visit is made, not later. */
  isOfAction: boolean;
}

/**
 * As `lockForChange`, with the region that decides who may write there, by one statement.
 *
 * @throws 404; 409 with the visit as it is now in `current`
 */
export async function lockVisit(
  manager: EntityManager,
  id: string,
  { version, present }: { version?: number; present: () => Promise<unknown> },
): Promise<LockedVisit> {
  const action = manager
    .createQueryBuilder(FollowUpActionEntity, 'a')
    .select('1')
    .where('a.became_visit_id = v.id');
  const { entities, raw } = await manager
    .createQueryBuilder(VisitEntity, 'v')
    .innerJoin(SchoolEntity, 's', 's.id = v.school_id')
    .addSelect('s.region_id', 'regionId')
    .addSelect(`EXISTS (${action.getQuery()})`, 'isOfAction')
    .where('v.id = :id', { id })
    .setLock('pessimistic_write', undefined, ['v'])
    .getRawAndEntities<Pick<LockedVisit, 'regionId' | 'isOfAction'>>();
  const [visit] = entities;
  const [beside] = raw;
  if (!visit || !beside) throw notFound('the visit');
  await refuseStale(visit, { what: 'the visit', version, present });
  return { visit, regionId: beside.regionId, isOfAction: beside.isOfAction };
}
