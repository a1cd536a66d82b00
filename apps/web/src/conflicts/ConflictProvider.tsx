import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { AskConflict, type Asker } from './use-conflicts';
import type { Conflict } from './conflict';

// Needed on a bad day only, so it is fetched on one.
const ConflictDialog = lazy(() =>
  import('./ConflictDialog').then((module) => ({ default: module.ConflictDialog })),
);

interface Question {
  conflict: Conflict;
  answer: (chosen: Record<string, unknown> | null) => void;
}

/** Asks the person, in one dialog for the whole tracker, which of two versions to keep. */
export function ConflictProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback<Asker>(
    (conflict) => new Promise((answer) => setQuestion({ conflict, answer })),
    [],
  );
  return (
    <AskConflict.Provider value={ask}>
      {children}
      {question && (
        <Suspense fallback={null}>
          <ConflictDialog
            conflict={question.conflict}
            onDone={(chosen) => {
              setQuestion(null);
              question.answer(chosen);
            }}
          />
        </Suspense>
      )}
    </AskConflict.Provider>
  );
}
