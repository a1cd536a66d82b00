import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { Visit } from '@tracker/contract';
import { formatDay, UNDO_MOVE_WITHIN, type Day, type VisitWarning } from '@tracker/domain';
import { UndoNotice } from '../../fields/UndoNotice';

import { sentenceOf } from '../../providers/problems';
import { keysOf } from '../new-visit';
import { notPast } from '../not-past';
import { planFieldsOf, useScheduleVisit } from '../use-schedule-visit';
import type { MoveQuestion } from './MoveQuestionDialog';
import { call } from '../../providers/call';

const CONFIRMED =
  'The school has confirmed the present date. If it was told by email, it will be told of the new one too. Moved, the visit has to be confirmed again.';

/** `Bank holiday. Schedule anyway?` where one thing speaks against it. */
function titleOf(warnings: readonly VisitWarning[], nameOf: string | null): string {
  if (warnings.length === 0) return 'Move a confirmed visit?';
  return `${nameOf ?? 'There is a problem with this date'}. Schedule anyway?`;
}

/**
 * Moves a visit to another day by one gesture: asks where something speaks against it, shows both
 * versions where somebody else changed it meanwhile, and offers to put it back.
 *
 * @param nameOf what a day without school is called; null for a school day
 */
export function useMoveVisit(nameOf: (day: Day) => string | null) {
  const schedule = useScheduleVisit();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [question, setQuestion] = useState<MoveQuestion | null>(null);
  /** Where visits are on their way to, by id, until the server has said where they are. */
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, Day>>(new Map());

  const agreed = (visit: Visit, day: Day, warnings: readonly VisitWarning[]) => {
    const sentences = warnings.map(({ message }) => message);
    if (visit.status === 'confirmed') sentences.push(CONFIRMED);
    if (sentences.length === 0) return true;
    return new Promise<boolean>((resolve) => {
      const answer = (goOn: boolean) => {
        setQuestion(null);
        resolve(goOn);
      };
      const where = `${visit.schoolName}, ${formatDay(day)}.`;
      setQuestion({
        title: titleOf(warnings, nameOf(day)),
        sentences: [where, ...sentences],
        answer,
      });
    });
  };

  const move = async (visit: Visit, day: Day): Promise<Visit | false> => {
    const plan = { ...planFieldsOf(visit), scheduledOn: day };
    const { schoolId, kind, id } = visit;
    const query = { ...plan, schoolId, kind, exceptVisitId: id };
    const { warnings } = await call('GET /api/visits/warnings', { query, signal: undefined });
    return (
      (await agreed(visit, day, warnings)) && schedule(visit, plan, { accepting: keysOf(warnings) })
    );
  };

  /** As it was before: the day, and that the school had agreed to it. */
  const putBack = async (before: Visit, moved: Visit) => {
    const { scheduledOn, startTime, visitorId } = planFieldsOf(before);
    const plan = { scheduledOn, startTime: startTime || null, visitorId: visitorId || null };
    try {
      const body = { ...plan, version: moved.version, reason: 'The move was undone.' };
      const back = await call('POST /api/visits/{id}/schedule', { id: moved.id, body });
      if (before.status === 'confirmed')
        await call('POST /api/visits/{id}/confirm', {
          id: back.id,
          body: { version: back.version },
        });
      notify(`The visit is back on ${formatDay(scheduledOn)}.`, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    await queryClient.invalidateQueries();
  };

  const moveTo = async (visit: Visit, day: Day) => {
    const passed = notPast(day);
    if (passed) return notify(passed, { type: 'warning' });
    setUnderWay((all) => new Map(all).set(visit.id, day));
    try {
      const moved = await move(visit, day);
      if (moved) {
        const sentence = `Visit to ${moved.schoolName} moved to ${formatDay(moved.scheduledOn ?? day)}.`;
        const undo = () => void putBack(visit, moved);
        notify(<UndoNotice words={sentence} onUndo={undo} />, {
          autoHideDuration: UNDO_MOVE_WITHIN,
        });
      }
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    await queryClient.invalidateQueries();
    setUnderWay((all) => new Map([...all].filter(([id]) => id !== visit.id)));
  };
  return { moveTo, question, underWay };
}
