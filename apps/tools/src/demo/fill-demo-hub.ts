import { type Day, DEMO_FILLING, DEMO_PASSWORD, visitCycleOn } from '@tracker/domain';
import {
  actAs,
  BankHolidayYearEntity,
  ContactEntity,
  FollowUpActionEntity,
  getHubSettings,
  hashPassword,
  MusicDevelopmentPlanEntity,
  PlanDocumentEntity,
  PlanFactEntity,
  PlanLookEntity,
  PlanReadingEntity,
  PlanValueEntity,
  QueueHoldEntity,
  RegionDistrictEntity,
  RegionEntity,
  SchoolEntity,
  SchoolLinkEntity,
  SurveyAnswerEntity,
  SurveyEntity,
  SurveyResponseEntity,
  SurveyVersionEntity,
  SchoolYearEntity,
  SettingEntity,
  UserEntity,
  UserRegionEntity,
  VisitEntity,
  VisitEventEntity,
  VisitOutcomeEntity,
  VisitPersonMetEntity,
} from '@tracker/data';
import { rebuildLineage } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { buildDemoHub, type DemoHub, HUB_NAME } from './demo-hub';
import { requireEmptyHub } from './empty-hub';
import { insertRows } from './insert-rows';
import { Random } from './random';
import { demoCalendar } from './school-calendar';
import { buildSurveys } from './surveys';

/** How much was written. */
export interface DemoHubCounts {
  regions: number;
  users: number;
  /** Schools of the cycle. */
  schoolsInScope: number;
  /** All schools, those closed, proposed and independent too. */
  schools: number;
  visits: number;
  actions: number;
  contacts: number;
}

/**
 * Fills an empty, migrated database with the demo hub, all of it or nothing. The caller sees to it that this is never production: the password is public.
 *
 * @param today the day in Europe/London, `YYYY-MM-DD`, that all its dates are relative to
 * @throws HubNotEmptyError when a school or a user is on record
 */
export async function fillDemoHub(dataSource: DataSource, today: Day): Promise<DemoHubCounts> {
  return dataSource.transaction(async (manager) => {
    await requireEmptyHub(manager, 'The demo hub');
    await actAs(manager, { kind: 'command', source: DEMO_FILLING });
    const hub = buildDemoHub(today, await hashPassword(DEMO_PASSWORD));
    await writeHub(manager, hub);
    await writeSurveys(manager, hub, today);
    await addCycleOf(manager, today);
    await writeCalendar(manager, today);
    await insertRows(manager, SettingEntity, [{ key: 'hubName', value: HUB_NAME }]);
    await rebuildLineage(manager);
    return {
      regions: hub.staff.regions.length,
      users: hub.staff.users.length,
      schoolsInScope: hub.schools.filter(({ inScope }) => inScope).length,
      schools: hub.schools.length,
      visits: hub.visits.length,
      actions: hub.actions.length,
      contacts: hub.contacts.length,
    };
  });
}

async function writeHub(manager: EntityManager, hub: DemoHub): Promise<void> {
  const { staff } = hub;
  await insertRows(manager, UserEntity, staff.users);
  await insertRows(manager, RegionEntity, staff.regions);
  await insertRows(manager, RegionDistrictEntity, staff.districts);
  await insertRows(manager, UserRegionEntity, staff.userRegions);
  await insertRows(manager, SchoolEntity, hub.schools);
  await insertRows(manager, SchoolLinkEntity, hub.links);
  await insertRows(manager, ContactEntity, hub.contacts);
  await insertRows(manager, VisitEntity, hub.visits);
  await insertRows(manager, VisitEventEntity, hub.visitEvents);
  await insertRows(manager, VisitOutcomeEntity, hub.outcomes);
  await insertRows(manager, VisitPersonMetEntity, hub.peopleMet);
  await writeTags(manager, hub.tags);
  await insertRows(manager, FollowUpActionEntity, hub.actions);
  await insertRows(manager, MusicDevelopmentPlanEntity, hub.plans);
  await insertRows(manager, PlanLookEntity, hub.looks);
  await insertRows(manager, PlanDocumentEntity, hub.planDocuments.documents);
  await insertRows(manager, PlanReadingEntity, hub.planDocuments.readings);
  await insertRows(manager, PlanFactEntity, hub.planDocuments.facts);
  await insertRows(manager, PlanValueEntity, hub.planDocuments.values);
  await insertRows(manager, QueueHoldEntity, hub.holds);
}

/** The tags are the migration's, under ids of their own. */
async function writeTags(manager: EntityManager, ticked: DemoHub['tags']): Promise<void> {
  await manager.query(
    `INSERT INTO visit_outcome_tags (visit_id, tag_id)
     SELECT t."visitId", o.id
     FROM json_to_recordset($1::json) AS t ("visitId" uuid, kind text, label text)
     JOIN outcome_tags o ON o.kind = t.kind AND o.label = t.label`,
    [JSON.stringify(ticked)],
  );
}

async function writeSurveys(manager: EntityManager, hub: DemoHub, today: Day): Promise<void> {
  const built = buildSurveys(hub, today, new Random('surveys'));
  await insertRows(manager, SurveyEntity, built.surveys);
  await insertRows(manager, SurveyVersionEntity, built.versions);
  await insertRows(manager, SurveyResponseEntity, built.responses);
  await insertRows(manager, SurveyAnswerEntity, built.answers);
}

/** The calendar of the rules: what counts as a school day. */
async function writeCalendar(manager: EntityManager, today: Day): Promise<void> {
  const { schoolYears, bankHolidayYears } = demoCalendar(today);
  await manager.insert(SchoolYearEntity, schoolYears);
  await manager.insert(BankHolidayYearEntity, bankHolidayYears);
}

/** The migration brings the first cycle; a day beyond it needs the one it is in. */
async function addCycleOf(manager: EntityManager, today: Day): Promise<void> {
  const { firstCycleStartsIn } = await getHubSettings(manager);
  const { startsIn } = visitCycleOn(today, firstCycleStartsIn);
  if (startsIn < firstCycleStartsIn) return;
  await manager.query(
    'INSERT INTO visit_cycles (starts_in) VALUES ($1) ON CONFLICT (starts_in) DO NOTHING',
    [startsIn],
  );
}
