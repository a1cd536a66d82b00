import { PageTabs } from '../layout/PageTabs';

/** The parts of Plans: looking for them, and what those that were confirmed say. */
export function PlanTabs({ shown }: { shown: 'plan-round' | 'plan-figures' }) {
  return (
    <PageTabs
      label="Parts of Plans"
      base=""
      shown={shown}
      parts={[
        { path: 'plan-round', words: 'Round' },
        { path: 'plan-figures', words: 'Figures' },
      ]}
    />
  );
}
