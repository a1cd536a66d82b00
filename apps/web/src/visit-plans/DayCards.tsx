import Box from '@mui/material/Box';
import type { VisitPlanLine } from '@tracker/contract';
import { Empty } from '../layout/Empty';
import { DayCard } from './DayCard';
import { dayCards } from './plan-lines';
import { useDragLines } from './use-drag-lines';

/** Cards by date: beside each other where there is room, on a phone in a column. */
export function DayCards({ lines }: { lines: readonly VisitPlanLine[] }) {
  const { over, best, handlers } = useDragLines();
  if (lines.length === 0) return <Empty title="No visit is planned here." />;
  return (
    <Box component="ul" aria-label="Days of the plan" sx={GRID} {...handlers}>
      {dayCards(lines).map((card) => (
        <DayCard
          key={card.key}
          card={card}
          isOver={over === card.key}
          isBest={best.has(card.key)}
        />
      ))}
    </Box>
  );
}

const GRID = {
  ...{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, alignItems: 'start' },
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 21rem), 1fr))',
} as const;
