import type { Day } from '@tracker/domain';
import type {
  ContactEntity,
  FollowUpActionEntity,
  MusicDevelopmentPlanEntity,
  PlanLookEntity,
  QueueHoldEntity,
  SchoolEntity,
  SchoolLinkEntity,
  VisitEventEntity,
  VisitOutcomeEntity,
  VisitPersonMetEntity,
} from '@tracker/data';
import { buildCounty } from './county';
import type { Row } from './insert-rows';
import { OutcomeTeller, type TickedTag } from './outcomes';
import { buildPlanDocuments, type DemoPlanDocuments } from './plan-documents';
import { buildLooks, buildPlans, writeNotes } from './plans-and-notes';
import { buildHolds } from './queue-holds';
import { Random } from './random';
import { SchoolPeople } from './school-people';
import { buildStaff, type Staff } from './staff';
import { VisitBook, type VisitRow } from './visit-book';
import { DiaryTeller } from './visit-diary';
import { buildVisitEvents, spansOf } from './visit-events';
import { divideSchools, HistoryTeller } from './visit-history';

export const HUB_NAME = 'Harrowmere Music Hub';

/** All rows of the demo hub, their ids included. */
export interface DemoHub {
  staff: Staff;
  schools: Row<SchoolEntity>[];
  links: SchoolLinkEntity[];
  contacts: Row<ContactEntity>[];
  visits: VisitRow[];
  visitEvents: VisitEventEntity[];
  outcomes: VisitOutcomeEntity[];
  peopleMet: VisitPersonMetEntity[];
  tags: TickedTag[];
  actions: Row<FollowUpActionEntity>[];
  plans: Row<MusicDevelopmentPlanEntity>[];
  planDocuments: DemoPlanDocuments;
  looks: Row<PlanLookEntity>[];
  holds: QueueHoldEntity[];
}

/**
 * Makes up the demo hub as it is on a day. The same day gives the same hub to the last letter; no
 * clock is read and nothing else is left to chance.
 *
 * @param today `YYYY-MM-DD`; the history ends the day before
 * @param passwordHash of every account
 */
export function buildDemoHub(today: Day, passwordHash: string): DemoHub {
  const random = new Random('Harrowmere');
  const staff = buildStaff(passwordHash, random.fork('staff'));
  const regionIds = staff.regions.map(({ id }) => id);
  const { inScope, others, links } = buildCounty(regionIds, today, random.fork('county'));
  const book = new VisitBook(staff, random.fork('book'));
  const visited = divideSchools(inScope, today, random.fork('shares'));
  const history = new HistoryTeller(visited, book, today, random.fork('history')).tell();
  const diary = new DiaryTeller(visited, history, book, today, random.fork('diary')).tell();
  const people = new SchoolPeople(inScope, random.fork('people'));
  const teller = new OutcomeTeller(people, staff.head, today, random.fork('outcomes'));
  const told = teller.tell(history);
  const visits = [...history.map(({ row }) => row), ...diary.visits];
  const { outcomes } = told;
  const events = { visits, outcomes, admin: staff.admin, head: staff.head };
  const visitEvents = buildVisitEvents(events, today, random.fork('events'));
  const spans = spansOf(visitEvents);
  const plans = buildPlans(inScope, today, random.fork('plans'));
  const planDocuments = buildPlanDocuments(
    inScope,
    plans,
    staff,
    { today, hubName: HUB_NAME },
    random.fork('plan-documents'),
  );
  writeNotes(inScope, random.fork('notes'));
  return {
    staff,
    schools: [...inScope, ...others].map(({ row }) => row),
    links,
    contacts: people.contacts,
    visits: visits.map((visit) => ({ ...visit, ...spans.get(visit.id) })),
    visitEvents,
    ...told,
    plans,
    planDocuments,
    looks: buildLooks(inScope, plans, staff, today, random.fork('looks')),
    holds: buildHolds(visited, diary.planned, staff.head, today, random.fork('holds')),
  };
}
