import { lazy, Suspense } from 'react';
import type { VisitPlanLine } from '@tracker/contract';
import type { LineDialog } from './plan-context';

const MoveLineDialog = lazy(() => import('./MoveLineDialog'));
const DropLineDialog = lazy(() => import('./DropLineDialog'));
const CannotDialog = lazy(() => import('./CannotDialog'));

export interface OpenDialog {
  dialog: LineDialog;
  line: VisitPlanLine;
}

/** The dialog that a line's menu opened. */
export function LineDialogs({ opened, onClose }: { opened: OpenDialog; onClose: () => void }) {
  const { dialog, line } = opened;
  return (
    <Suspense fallback={null}>
      {dialog === 'move' && <MoveLineDialog line={line} onClose={onClose} />}
      {dialog === 'drop' && <DropLineDialog line={line} onClose={onClose} />}
      {dialog === 'cannot' && <CannotDialog line={line} onClose={onClose} />}
    </Suspense>
  );
}
