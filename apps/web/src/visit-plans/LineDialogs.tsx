import { lazy, Suspense } from 'react';
import type { VisitPlanLine } from '@tracker/contract';
import { type LineDialog, usePlan } from './plan-context';

const MoveLineDialog = lazy(() => import('./MoveLineDialog'));
const DropLineDialog = lazy(() => import('./DropLineDialog'));
const OfferDaysDialog = lazy(() => import('../day-offers/OfferDaysDialog'));
const CannotDialog = lazy(() => import('./CannotDialog'));

export interface OpenDialog {
  dialog: LineDialog;
  line: VisitPlanLine;
}

/** The dialog that a line's menu opened. */
export function LineDialogs({ opened, onClose }: { opened: OpenDialog; onClose: () => void }) {
  const { dialog } = opened;
  // As it is now: somebody may have changed it since the dialog was opened.
  const line = usePlan().lines.find(({ id }) => id === opened.line.id) ?? opened.line;
  return (
    <Suspense fallback={null}>
      {dialog === 'move' && <MoveLineDialog line={line} onClose={onClose} />}
      {dialog === 'drop' && <DropLineDialog line={line} onClose={onClose} />}
      {dialog === 'offer' && (
        <OfferDaysDialog schools={[{ schoolId: line.schoolId }]} onClose={onClose} />
      )}
      {dialog === 'cannot' && <CannotDialog line={line} onClose={onClose} />}
    </Suspense>
  );
}
