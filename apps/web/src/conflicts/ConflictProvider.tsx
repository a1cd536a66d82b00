import { lazy, Suspense, useCallback, useState, type ReactElement, type ReactNode } from 'react';
import type { Conflict } from './conflict';
import type { Overtaken } from './overtaken';
import { AskConflict, AskOvertaken, type Chosen } from './use-conflicts';

// Needed on a bad day only, so they are fetched on one.
const ConflictDialog = lazy(() =>
  import('./ConflictDialog').then((module) => ({ default: module.ConflictDialog })),
);
const OvertakenDialog = lazy(() =>
  import('./OvertakenDialog').then((module) => ({ default: module.OvertakenDialog })),
);

/** Asks the person, in one place for the whole tracker, what to do when somebody else saved first. */
export function ConflictProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<ReactElement | null>(null);
  const show = useCallback(
    <A,>(render: (answer: (given: A) => void) => ReactElement) =>
      new Promise<A>((resolve) => {
        const answer = (given: A) => {
          setDialog(null);
          resolve(given);
        };
        setDialog(render(answer));
      }),
    [],
  );
  const askConflict = useCallback(
    (conflict: Conflict) =>
      show<Chosen | null>((answer) => <ConflictDialog conflict={conflict} onDone={answer} />),
    [show],
  );
  const askOvertaken = useCallback(
    (question: Overtaken) =>
      show<boolean>((answer) => <OvertakenDialog question={question} onDone={answer} />),
    [show],
  );
  return (
    <AskConflict.Provider value={askConflict}>
      <AskOvertaken.Provider value={askOvertaken}>
        {children}
        <Suspense fallback={null}>{dialog}</Suspense>
      </AskOvertaken.Provider>
    </AskConflict.Provider>
  );
}
