import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mayWriteInRegion, type SignedInUser, type Visit } from '@tracker/contract';
import {
  calendarSpanOf,
  nextVisitStatus,
  weekAround,
  weeksOfMonth,
  type Day,
} from '@tracker/domain';
import { useNarrow } from '../../layout/use-narrow';
import { Failure } from '../../layout/Failure';
import { PageHeading } from '../../layout/PageHeading';
import { Waiting } from '../../layout/Waiting';
import { useSchoolCalendar, useVisitorLoads } from '../../planning/use-planning';
import { useSignedInUser } from '../../providers/use-signed-in-user';
import { today } from '../../providers/today';
import { calendarPath, listPath } from '../../paths/visit-paths';
import { visitPlanPath } from '../../paths/visit-plan-paths';
import { ScheduleAVisitButton } from '../ScheduleAVisitButton';
import { VisitViews } from '../VisitViews';
import { useCalendarPage } from './calendar-address';
import { CalendarAgenda } from './CalendarAgenda';
import { CalendarBar, pageInWords } from './CalendarBar';
import { CalendarGrid } from './CalendarGrid';
import { DayDialog } from './DayDialog';
import { dayLooks, firstSchoolDay, namedStretches, termsShown } from './day-words';
import { MoveQuestionDialog } from './MoveQuestionDialog';
import { useCalendarVisits } from './use-calendar-visits';
import { useMoveVisit } from './use-move-visit';
import { VisitorCapacity } from './VisitorCapacity';
import { VisitPopover, type Place } from './VisitPopover';
import { StatusLegend } from './VisitStatusIcon';

const ScheduleAVisitDialog = lazy(() => import('../ScheduleAVisitDialog'));

/** What happens when, and who goes: the visits of a month or a week on their days. */
export default function VisitCalendar() {
  const user = useSignedInUser();
  return user ? <Calendar user={user} /> : <Waiting words="Opening the calendar…" />;
}

const NONE: readonly Visit[] = [];

function Calendar({ user }: { user: SignedInUser }) {
  const narrow = useNarrow();
  const { page, turnTo } = useCalendarPage(user);
  const { view, day, regionId, visitorId } = page;
  const { from, to } = calendarSpanOf(view, day);
  const weeks = useMemo(
    () => (view === 'week' ? [weekAround(day)] : weeksOfMonth(day)),
    [view, day],
  );
  const { byDay, error, isPending, refetch } = useCalendarVisits({
    from,
    to,
    ...(regionId.length > 0 && { regionId }),
    ...(visitorId && { visitorId }),
  });
  const span = useSchoolCalendar(from, to);
  const lookOf = useMemo(() => dayLooks(span), [span]);
  const loads = useVisitorLoads(
    firstSchoolDay(lookOf, day, to),
    typeof regionId === 'string' ? regionId : undefined,
  );
  const { moveTo, question, underWay } = useMoveVisit((each) => lookOf(each).words);

  const shown = useMemo(() => withMoves(byDay, underWay), [byDay, underWay]);
  const visitsOn = useCallback((each: Day) => shown.get(each) ?? NONE, [shown]);
  const mayMove = useCallback(
    ({ status, regionId: where, atClosedSchool }: Visit) =>
      nextVisitStatus(status, 'schedule') !== null &&
      !atClosedSchool &&
      mayWriteInRegion(user, where),
    [user],
  );
  const [opened, setOpened] = useState<{ visit: Visit; at: Place } | null>(null);
  const [openedDay, setOpenedDay] = useState<Day | null>(null);
  const [addingOn, setAddingOn] = useState<Day | null>(null);
  const onOpen = useCallback((visit: Visit, at: Place) => setOpened({ visit, at }), []);
  const onDrop = (visitId: string, onto: Day) => {
    const visit = [...byDay.values()].flat().find(({ id }) => id === visitId);
    if (visit && mayMove(visit)) void moveTo(visit, onto);
  };

  const mayPlan = user.role !== 'manager';
  const title = pageInWords(page);
  const terms = span ? termsShown(span.terms, lookOf, from, to).join(', ') : '';
  const paths = {
    list: listPath(page),
    month: calendarPath({ ...page, view: 'month' }),
    week: calendarPath({ ...page, view: 'week' }),
    plan: visitPlanPath(),
  };
  const sheet = { view, title, day, weeks, visitsOn, lookOf, onOpen };
  return (
    <>
      <PageHeading
        title="Visits by day"
        actions={
          <>
            <VisitViews chosen={view} paths={paths} />
            {mayPlan && <ScheduleAVisitButton on={day >= today() ? day : undefined} />}
          </>
        }
      />
      <CalendarBar user={user} page={page} turnTo={turnTo} terms={terms} />
      {span && span.unknownYears.length > 0 && (
        <Typography variant="body2" sx={{ mb: 1 }}>
          The term dates of {new Intl.ListFormat('en-GB').format(span.unknownYears)} are not known
          yet, so school holidays are not shown.
        </Typography>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <Box sx={SIDE_BY_SIDE}>
        <Box sx={{ minWidth: 0 }}>
          {isPending && !error && <Waiting words="Loading the visits…" />}
          {!isPending &&
            (narrow ? (
              <CalendarAgenda
                {...sheet}
                named={namedStretches(span)}
                onChooseDay={(chosen) => turnTo({ day: chosen })}
              />
            ) : (
              <CalendarGrid
                {...sheet}
                mayMove={mayMove}
                onOpenDay={setOpenedDay}
                onAdd={mayPlan ? setAddingOn : undefined}
                onDrop={onDrop}
              />
            ))}
          <StatusLegend />
        </Box>
        <VisitorCapacity
          loads={loads}
          chosen={visitorId}
          onChoose={(chosen) => turnTo({ visitorId: chosen })}
        />
      </Box>
      {openedDay && (
        <DayDialog
          day={openedDay}
          visits={visitsOn(openedDay)}
          onOpen={onOpen}
          onClose={() => setOpenedDay(null)}
        />
      )}
      {opened && (
        <VisitPopover opened={opened.visit} at={opened.at} onClose={() => setOpened(null)} />
      )}
      <Suspense fallback={null}>
        {addingOn && <ScheduleAVisitDialog on={addingOn} onClose={() => setAddingOn(null)} />}
      </Suspense>
      {question && <MoveQuestionDialog question={question} />}
    </>
  );
}

/** The visits with those under way on the days they were dropped on. */
function withMoves(
  byDay: ReadonlyMap<Day, readonly Visit[]>,
  underWay: ReadonlyMap<string, Day>,
): ReadonlyMap<Day, readonly Visit[]> {
  if (underWay.size === 0) return byDay;
  const all = [...byDay.values()].flat();
  const moving = all.filter(({ id }) => underWay.has(id));
  const days = new Map(
    [...byDay].map(([day, visits]) => [day, visits.filter(({ id }) => !underWay.has(id))]),
  );
  for (const visit of moving) {
    const day = underWay.get(visit.id) ?? '';
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return days;
}

const SIDE_BY_SIDE = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 280px' },
};
