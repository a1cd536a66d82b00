import { ColumnsButton, useListContext, useLocation } from 'react-admin';
import type { SignedInUser, Visit } from '@tracker/contract';
import { useNarrow } from '../layout/use-narrow';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { ListFrame } from '../fields/ListFrame';
import { ownRegionsFilter } from '../fields/own-regions';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { calendarPath } from '../paths/visit-paths';
import { visitPlanPath } from '../paths/visit-plan-paths';
import { ScheduleAVisitButton } from './ScheduleAVisitButton';
import { mayBeDated, VisitBulkActions } from './VisitBulkActions';
import { VisitCard } from './VisitCard';
import { VISIT_FILTER_WORDS } from './visit-filter-words';
import { visitFilters } from './visit-filters';
import { VisitSummary } from './VisitSummary';
import { VISITS_COLUMNS, VisitTable } from './VisitTable';
import { VisitViews } from './VisitViews';
import { useVisitTime, VISIT_TIME_PRESETS, VisitTimePresets } from './VisitTimePresets';

/** What happens when, and who goes? */
export default function VisitList() {
  const user = useSignedInUser();
  return user ? <Visits user={user} /> : <Waiting words="Loading the visits…" />;
}

function Visits({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  return (
    <ListFrame<Visit>
      resource="visits"
      counted={{ one: 'visit', whole: ['when'] }}
      title="Visits"
      summary={<VisitSummary />}
      primary={<ListViews mayPlan={user.role !== 'manager'} />}
      presets={<VisitTimePresets />}
      filters={{ inputs: visitFilters(narrow), words: VISIT_FILTER_WORDS }}
      filterDefaultValues={{ ...ownRegionsFilter(user), when: 'upcoming' }}
      sort={VISIT_TIME_PRESETS.upcoming.sort}
      actions={
        <>
          {!narrow && <ColumnsButton />}
          <ExportButton list="visits" one="visit" table={narrow ? undefined : VISITS_COLUMNS} />
        </>
      }
    >
      <Rows narrow={narrow} user={user} />
    </ListFrame>
  );
}

/** The same regions and visitor on the calendar. */
function ListViews({ mayPlan }: { mayPlan: boolean }) {
  const { filterValues } = useListContext<Visit>();
  const { search, pathname } = useLocation();
  const page = { regionId: filterValues.regionId ?? '', visitorId: filterValues.visitorId };
  const paths = {
    list: `${pathname}${search}`,
    month: calendarPath({ ...page, view: 'month' }),
    week: calendarPath({ ...page, view: 'week' }),
    plan: visitPlanPath(),
  };
  return (
    <>
      <VisitViews chosen="list" paths={paths} />
      {mayPlan && <ScheduleAVisitButton />}
    </>
  );
}

/** Visits without a date have boxes, so that they can be dated together. */
function Rows({ narrow, user }: { narrow: boolean; user: SignedInUser }) {
  const when = useVisitTime();
  const { none } = VISIT_TIME_PRESETS[when];
  const boxes = when === 'no_date' && user.role !== 'manager';
  const selectable = boxes ? mayBeDated(user) : undefined;
  return (
    <>
      {boxes && <VisitBulkActions user={user} />}
      {narrow ? (
        <CardList<Visit>
          none={none}
          card={(visit) => <VisitCard visit={visit} selectable={selectable?.(visit)} />}
        />
      ) : (
        <VisitTable none={none} selectable={selectable} />
      )}
    </>
  );
}
