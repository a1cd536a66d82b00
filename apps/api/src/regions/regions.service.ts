import { Injectable } from '@nestjs/common';
import { type Region, REGION_LIST } from '@tracker/contract';
import {
  assignRegionsByDistrict,
  RegionDistrictEntity,
  RegionEntity,
  sql,
  statement,
} from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { contains, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { conflict, unacceptableField } from '../http/problem';
import { lockForChange } from '../http/version';
import { type RecordKind, RecordsService } from '../records/records-service';
import type { NewRegionDto, RegionChangeDto } from './regions.dto';

export const REGION_SPEC: ListSpec<typeof REGION_LIST> = {
  filters: REGION_LIST.filters,
  sorts: { id: 'r.id', name: 'r.name COLLATE "und-x-icu"' },
  defaultOrder: 'r.name COLLATE "und-x-icu"',
  tieBreak: 'r.id',
};

const SELECT_REGION = sql`
  SELECT r.id, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.name,
    r.lead_user_id AS "leadUserId",
    ARRAY(SELECT district FROM region_districts d WHERE d.region_id = r.id ORDER BY 1) AS districts,
    (SELECT count(*)::int FROM schools s WHERE s.region_id = r.id AND s.in_scope) AS "schoolsInScope"
  FROM regions r`;

const REGIONS: RecordKind<typeof REGION_LIST, Region, RegionEntity> = {
  what: 'the region',
  entity: RegionEntity,
  spec: REGION_SPEC,
  conditions: { id: isOneOfIds('r.id'), q: contains('r.name') },
  select: SELECT_REGION,
  read: statement('regions.read', (id: string) => sql<Region>`${SELECT_REGION} WHERE r.id = ${id}`),
};

const IS_USER = statement(
  'regions.is-user',
  (id: string) => sql`SELECT 1 FROM users WHERE id = ${id}`,
);

/** A district that belongs to another region. */
const DISTRICT_ELSEWHERE = statement(
  'regions.district-elsewhere',
  (districts: readonly string[], id: string) => sql<{ district: string; name: string }>`
  SELECT d.district, r.name FROM region_districts d JOIN regions r ON r.id = d.region_id
  WHERE d.district = ANY (${districts}::text[]) AND d.region_id <> ${id} LIMIT 1`,
);

@Injectable()
export class RegionsService extends RecordsService<
  typeof REGION_LIST,
  Region,
  RegionEntity,
  NewRegionDto
> {
  protected readonly kind = REGIONS;

  override create({ districts = [], ...input }: NewRegionDto): Promise<Region> {
    return this.transactions.write(async (manager) => {
      await this.requireFree(manager, input);
      const { id } = await manager.save(RegionEntity, manager.create(RegionEntity, input));
      await this.setDistricts(manager, id, districts);
      return this.get(id, manager);
    });
  }

  /** Schools whose region nobody set by hand follow their district to its new region. */
  override change(id: string, sent: RegionChangeDto): Promise<Region> {
    const { version, districts, ...input } = sent;
    return this.transactions.write(async (manager) => {
      const present = () => this.get(id, manager);
      const region = await lockForChange(manager, RegionEntity, id, {
        what: 'the region',
        version,
        present,
      });
      refuseOtherChanges(sent, await present());
      await this.requireFree(manager, input, id);
      // The districts are part of the record, so any change of them is a new version too.
      await manager.save(RegionEntity, Object.assign(region, input, { updatedAt: new Date() }));
      if (districts) await this.setDistricts(manager, id, districts);
      return this.get(id, manager);
    });
  }

  /** A region that still has schools is not removed. */
  override remove(id: string): Promise<Region> {
    return this.transactions.write(async (manager) => {
      const region = await this.get(id, manager);
      if (region.schoolsInScope > 0) {
        throw conflict(`${region.name} still has schools. Move them to another region first.`);
      }
      await manager.delete(RegionEntity, { id });
      return region;
    });
  }

  private async requireFree(
    manager: EntityManager,
    { name, leadUserId }: Pick<NewRegionDto, 'name' | 'leadUserId'>,
    id?: string,
  ): Promise<void> {
    const taken = await manager.findOneBy(RegionEntity, { name });
    if (taken && taken.id !== id) {
      throw unacceptableField('name', `There is a region called ${name} already.`);
    }
    if (!leadUserId || (await IS_USER.row(manager, leadUserId))) return;
    throw unacceptableField('leadUserId', 'The lead is not on record.');
  }

  private async setDistricts(
    manager: EntityManager,
    id: string,
    districts: string[],
  ): Promise<void> {
    const names = districts.map((district) => district.trim()).filter(Boolean);
    const elsewhere = await DISTRICT_ELSEWHERE.row(manager, names, id);
    if (elsewhere) {
      const { district, name } = elsewhere;
      throw unacceptableField(
        'districts',
        `${district} belongs to ${name} already. Remove it there first.`,
      );
    }
    const had = await manager.findBy(RegionDistrictEntity, { regionId: id });
    await manager.delete(RegionDistrictEntity, { regionId: id });
    await manager.insert(
      RegionDistrictEntity,
      names.map((district) => ({ district, regionId: id })),
    );
    await assignRegionsByDistrict(manager, { districts: had.map(({ district }) => district) });
  }
}
