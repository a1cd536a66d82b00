import { randomUUID } from 'node:crypto';
import type { Role } from '@tracker/contract';
import { isInScope, isStateFunded } from '@tracker/domain';
import {
  hashPassword,
  RegionEntity,
  SchoolEntity,
  SettingEntity,
  UserEntity,
  UserRegionEntity,
  VisitEntity,
  VisitOutcomeEntity,
} from '@tracker/data';
import { rebuildLineage } from '@tracker/work';
import type { DataSource, DeepPartial } from 'typeorm';

export const PASSWORD = 'visit-every-school';

let passwordHash: Promise<string> | undefined;
let nextUrn = 100_001;

/** Small records for a test, each overridable; what the rules need is filled in. */
export class TestHub {
  constructor(private readonly dataSource: DataSource) {}

  async region(name = `Region ${randomUUID().slice(0, 4)}`): Promise<RegionEntity> {
    return this.dataSource.manager.save(RegionEntity, { name } as RegionEntity);
  }

  async user(role: Role, regionIds: string[] = [], name = `Test ${role}`): Promise<UserEntity> {
    passwordHash ??= hashPassword(PASSWORD);
    const email = `${role}-${randomUUID()}@test.example`;
    const user = { name, role, email, passwordHash: await passwordHash } as UserEntity;
    const saved = await this.dataSource.manager.save(UserEntity, user);
    await this.dataSource.manager.insert(
      UserRegionEntity,
      regionIds.map((regionId) => ({ userId: saved.id, regionId })),
    );
    return saved;
  }

  async school(over: DeepPartial<SchoolEntity> = {}): Promise<SchoolEntity> {
    const urn = over.urn ?? nextUrn++;
    const establishmentType = over.establishmentType ?? 'Community school';
    const status = over.status ?? 'open';
    const inScope = isInScope({ status, stateFunded: isStateFunded(establishmentType) });
    const school = {
      name: `School ${urn}`,
      phase: 'Primary',
      ...over,
      urn,
      establishmentType,
      status,
      inScope,
    };
    const saved = await this.dataSource.manager.save(SchoolEntity, school as SchoolEntity);
    await this.lineageOf(saved);
    return saved;
  }

  /** Of a school that no link names its own visits count alone; all others' lineage stays as it is. */
  private async lineageOf({ id, urn }: SchoolEntity): Promise<void> {
    const [{ linked }] = await this.dataSource.query(
      'SELECT EXISTS (SELECT FROM school_links WHERE $1 IN (predecessor_urn, successor_urn)) AS linked',
      [urn],
    );
    if (linked) await this.dataSource.transaction((manager) => rebuildLineage(manager));
    else await this.dataSource.query('INSERT INTO school_lineage VALUES ($1, $1)', [id]);
  }

  /** A completed visit on a day. */
  async completedVisit(schoolId: string, visitedOn: string): Promise<VisitEntity> {
    const visit = await this.visit(schoolId, { status: 'completed', visitedOn });
    await this.dataSource.manager.insert(VisitOutcomeEntity, {
      visitId: visit.id,
      summary: 'All well.',
    });
    return visit;
  }

  async visit(schoolId: string, over: DeepPartial<VisitEntity>): Promise<VisitEntity> {
    const visit = { kind: 'cycle', ...over, schoolId } as VisitEntity;
    return this.dataSource.manager.save(VisitEntity, visit);
  }

  /** From now on a visit of the kind `other`, a phone call for one, does not count. */
  async otherDoesNotCount(): Promise<void> {
    const setting = { key: 'kindsNotCounting', value: ['other'] } as SettingEntity;
    await this.dataSource.manager.save(SettingEntity, setting);
  }

  /** One of each visit on a day that does not count (rule 4), as long as `other` does not. */
  async visitsNotCounting(
    schoolId: string,
    day: string,
    over: DeepPartial<VisitEntity> = {},
  ): Promise<void> {
    const lost = { cancelledBy: 'school', cancelReason: 'Inspection', scheduledOn: day } as const;
    const voided = { voidReason: 'Logged twice', voidedAt: new Date(), visitedOn: day };
    for (const visit of [
      { status: 'completed', kind: 'other', visitedOn: day },
      { status: 'void', voidedFrom: 'completed', ...voided },
      { status: 'cancelled', ...lost },
      { status: 'not_held', scheduledOn: day },
    ] as const) {
      await this.visit(schoolId, { ...visit, ...over });
    }
  }

  /** A school that closes after its visits were planned. */
  async closeSchool(schoolId: string): Promise<SchoolEntity> {
    await this.dataSource.manager.update(SchoolEntity, schoolId, {
      status: 'closed',
      inScope: false,
    });
    return this.dataSource.manager.findOneByOrFail(SchoolEntity, { id: schoolId });
  }

  /** Says that one school followed another. */
  async succession(predecessor: SchoolEntity, successor: SchoolEntity): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO school_links (predecessor_urn, successor_urn, link_type) VALUES ($1, $2, 'Successor')`,
        [predecessor.urn, successor.urn],
      );
      await rebuildLineage(manager);
    });
  }
}
