import { useContext, useState } from 'react';
import {
  forbiddenTransitionSentence,
  nextVisitStatus,
  type TakingBack,
  takingBackProblem,
  type VisitCommand,
} from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import type { NamedText } from '../conflicts/overtaken';
import { AskOvertaken } from '../conflicts/use-conflicts';
import { VISIT_STATUS_WORDS } from '../fields/words';
import { keyByBody } from '../providers/idempotency';
import { staleRecordOf } from '../providers/problems';
import { outcomeInWords, whenInWords } from '../fields/visit-words';

interface VisitStep {
  visit: Visit;
  command: VisitCommand | TakingBack | 'move';
  /** Why the visit as it is now does not allow it, in a sentence; by its status when left out. */
  obstacle?: (current: Visit) => string | null;
  /** All that is sent but the version, to tell a wish sent again from another one. */
  wish: object;
  /** What the person typed, by name. */
  typed: readonly NamedText[];
  /** The words for doing it although the visit has changed: `Cancel it anyway`. */
  goOn: string;
  /** Sends it under the key, which is the same for the same wish. */
  send: (version: number, idempotencyKey: string) => Promise<Visit>;
}

const TYPED_STAYS =
  ' What you typed stays in the form until you leave it, so that you can copy what should be kept.';

/** How a visit stands, for somebody who has to judge whether their own plan still holds. */
function standing(visit: Visit): NamedText[] {
  const outcome = outcomeInWords(visit);
  return [
    ['School', visit.schoolName],
    ['Status', VISIT_STATUS_WORDS[visit.status]],
    ['Day', whenInWords(visit)],
    ['Visitor', visit.visitorName],
    ...(visit.outcome ? [['Met with', visit.outcome.metWith] as const] : []),
    ...(outcome ? [['Outcome', outcome] as const] : []),
  ];
}

function obstacleOf({ command, obstacle }: VisitStep, current: Visit): string | null {
  if (command === 'void' || command === 'unvoid' || command === 'to_school') {
    return takingBackProblem(current.status, command);
  }
  if (obstacle || command === 'move') return obstacle?.(current) ?? null;
  if (nextVisitStatus(current.status, command) !== null) return null;
  return forbiddenTransitionSentence(current.status, command);
}

/**
 * Takes a visit one step further. When somebody else changed it meanwhile, shows what it is now
 * beside what was typed, and goes on only if that is still allowed and wanted. Resolves to `false`
 * when nothing was done.
 */
export function useVisitStep() {
  const ask = useContext(AskOvertaken);
  const [keyOf] = useState(keyByBody);
  return async (asked: VisitStep): Promise<Visit | false> => {
    const { visit, command, wish, typed, goOn, send } = asked;
    let version = visit.version;
    for (;;) {
      try {
        return await send(version, keyOf({ id: visit.id, command, wish, version }));
      } catch (error) {
        const current = staleRecordOf(error) as Visit | null;
        if (!current) throw error;
        const obstacle = obstacleOf(asked, current);
        const sentence =
          obstacle === null
            ? `Nothing is saved yet. Look at ${typed.length > 0 ? 'both' : 'it'} before you go on.`
            : `${obstacle}${typed.length > 0 ? TYPED_STAYS : ''}`;
        const agreed = await ask({
          title: 'Someone else changed this visit while you were looking at it',
          sentence,
          now: standing(current),
          typed,
          goOn: obstacle === null ? goOn : null,
        });
        if (!agreed) return false;
        version = current.version;
      }
    }
  };
}
