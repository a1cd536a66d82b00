import { TextInput, useRefresh } from 'react-admin';
import type { SchoolAvailabilityOnRecord, VisitPlanLine } from '@tracker/contract';
import { formatDay, LIMITS } from '@tracker/domain';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { writtenUpTo } from '../fields/written';
import { call } from '../providers/call';
import { isHttpError } from '../providers/problems';
import { useOfferUndo } from '../visits/use-offer-undo';
import { undoOf } from './line-undo';
import { changeLine } from './use-line-changes';

interface CannotValues {
  from: string;
  to: string;
  why: string;
}

interface CannotDialogProps {
  line: VisitPlanLine;
  onClose: () => void;
}

/** Keeps that a school cannot be visited on some days, and finds its visit another place at once. */
export default function CannotDialog({ line, onClose }: CannotDialogProps) {
  const { schoolId, schoolName } = line;
  const offerUndo = useOfferUndo();
  const refresh = useRefresh();
  const submit = async (days: CannotValues) => {
    const before = await call('GET /api/schools/{id}/availability', { id: schoolId });
    const saved = await save(before, { unavailable: [...before.unavailable, days] });
    const moved = await placeAnew(line, days);
    const takeBack = async () => {
      await save(saved, { unavailable: before.unavailable });
      if (moved) {
        // That the school can again has changed the line.
        const now = await lineNow(moved);
        await changeLine(now, undoOf(line, now));
      }
    };
    const where = moved
      ? `its visit is moved to ${formatDay(moved.date)}, ${moved.visitorName}`
      : 'its visit has no other day that keeps every rule, so it needs a look';
    const isMeant = line.date >= days.from && line.date <= days.to;
    offerUndo(isMeant ? `${schoolName}: kept, and ${where}.` : `${schoolName}: kept.`, takeBack);
    refresh();
  };
  return (
    <FormDialog<CannotValues>
      title={`${schoolName} cannot then`}
      consequence="It is kept with what the school says of its days, for this plan and the next. The visit gets the best other day at once."
      submitWords="Keep this"
      defaultValues={{ from: line.date, to: line.date, why: '' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayInput source="from" label="From" required />
      <DayInput source="to" label="To" required />
      <TextInput
        source="why"
        label="Why"
        helperText="Such as: residential"
        validate={writtenUpTo(LIMITS.planning.why, 'Please say why.')}
      />
    </FormDialog>
  );
}

function save(
  on: SchoolAvailabilityOnRecord,
  change: Pick<SchoolAvailabilityOnRecord, 'unavailable'>,
): Promise<SchoolAvailabilityOnRecord> {
  const { id, version, neverWeekdays, wishedWeekdays, note } = on;
  const body = { neverWeekdays, wishedWeekdays, note, ...change };
  return call('PUT /api/schools/{id}/availability', {
    id,
    body: { ...body, ...(version !== null && { version }) },
  });
}

async function lineNow({ id, planId }: VisitPlanLine): Promise<VisitPlanLine> {
  const [now] = await call('GET /api/visit-plan-lines', {
    query: { filter: { planId, id: [id] } },
  });
  if (!now) throw new Error('The visit is no longer in the plan.');
  return now;
}

/** The line on its best other day; null where it may stay, or has none. */
async function placeAnew(
  line: VisitPlanLine,
  { from, to }: CannotValues,
): Promise<VisitPlanLine | null> {
  if (line.date < from || line.date > to) return null;
  const [best] = await call('GET /api/visit-plan-lines/{id}/days', { id: line.id });
  if (!best) return null;
  const { date, visitorId } = best;
  try {
    return await changeLine(await lineNow(line), { date, visitorId });
  } catch (error) {
    // Somebody has moved it meanwhile; that it needs a look is on record.
    if (isHttpError(error)) return null;
    throw error;
  }
}
