import { Controller, Injectable, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type OutcomeTag, OUTCOME_TAG_LIST } from '@tracker/contract';
import { OUTCOME_TAG } from '@tracker/contract/shapes';
import { OutcomeTagEntity, sql, statement } from '@tracker/data';
import type { OutcomeTagKind } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { is, isOneOf, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { unacceptableField } from '../http/problem';
import { recordRoutes } from '../records/record-routes';
import { type RecordKind, RecordsService } from '../records/records-service';
import { NewOutcomeTagDto, OutcomeTagChangeDto } from './outcome-tags.dto';

export const OUTCOME_TAG_SPEC: ListSpec<typeof OUTCOME_TAG_LIST> = {
  filters: OUTCOME_TAG_LIST.filters,
  sorts: { id: 't.id', label: 't.label COLLATE "und-x-icu"', kind: 't.kind' },
  defaultOrder: 't.kind DESC, t.label COLLATE "und-x-icu"',
  tieBreak: 't.id',
};

const SELECT = sql`
  SELECT t.id, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.kind,
    t.label, t.active
  FROM outcome_tags t`;

const TAGS: RecordKind<typeof OUTCOME_TAG_LIST, OutcomeTag, OutcomeTagEntity> = {
  what: 'the tag',
  entity: OutcomeTagEntity,
  spec: OUTCOME_TAG_SPEC,
  conditions: { id: isOneOfIds('t.id'), kind: isOneOf('t.kind'), active: is('t.active') },
  select: SELECT,
  read: statement(
    'outcome-tags.read',
    (id: string) => sql<OutcomeTag>`${SELECT} WHERE t.id = ${id}`,
  ),
};

const LABEL_TAKEN = statement(
  'outcome-tags.label-taken',
  (kind: OutcomeTagKind, label: string, exceptId: string | null) => sql`
  SELECT 1 FROM outcome_tags
  WHERE kind = ${kind} AND lower(label) = lower(${label}) AND id IS DISTINCT FROM ${exceptId}::uuid`,
);

type Fields = Pick<NewOutcomeTagDto, 'label'> & Partial<NewOutcomeTagDto>;

/** What visitors may tick as strengths and needs. No route removes one, for visits may have it. */
@Injectable()
export class OutcomeTagsService extends RecordsService<
  typeof OUTCOME_TAG_LIST,
  OutcomeTag,
  OutcomeTagEntity,
  Fields
> {
  protected readonly kind = TAGS;

  protected override async check(
    manager: EntityManager,
    input: Fields,
    tag: OutcomeTagEntity | null,
  ): Promise<void> {
    const { kind, label } = { ...tag, ...input } as NewOutcomeTagDto;
    if (!(await LABEL_TAKEN.row(manager, kind, label, tag?.id ?? null))) return;
    throw unacceptableField('label', `There is a ${kind} called ${label} already.`);
  }
}

@ApiTags('Strengths and needs')
@Controller('outcome-tags')
export class OutcomeTagsController extends recordRoutes({
  resource: 'outcome-tags',
  spec: OUTCOME_TAG_SPEC,
  shape: OUTCOME_TAG,
  create: NewOutcomeTagDto,
  change: OutcomeTagChangeDto,
  says: {
    list: 'What visitors may tick as strengths and needs.',
    get: 'One strength or need of the list.',
    create: 'Add a strength or a need to the list.',
    change: 'Rename or hide it.',
  },
}) {
  constructor(tags: OutcomeTagsService) {
    super(tags);
  }
}

@Module({
  controllers: [OutcomeTagsController],
  providers: [OutcomeTagsService],
  exports: [OutcomeTagsService],
})
export class OutcomeTagsModule {}
