import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { VisitPlanLine } from '@tracker/contract';
import { formatDay, kmInWords } from '@tracker/domain';
import { LineRow } from './LineRow';
import type { PlanDayCard } from './plan-lines';

interface DayCardProps {
  card: PlanDayCard;
  /** What is dragged would land here. */
  isOver: boolean;
  /** It is among the best days for what is dragged. */
  isBest: boolean;
}

/** A visitor's day: one card, so that a shared day is seen as one. */
export function DayCard({ card, isOver, isBest }: DayCardProps) {
  const { date, visitorName, lines } = card;
  const [only] = lines;
  const way = lines.length === 1 && only?.withSchoolIds.length === 0 ? kmInWords(only.km) : null;
  return (
    <Card component="li" sx={[CARD, isBest && BEST, isOver && OVER]} data-plan-day={card.key}>
      <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {formatDay(date)} · {visitorName}
        {way !== null && ` · ${way}`}
      </Typography>
      {isBest && <Typography variant="body2">One of the best days for it</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((line, i) => (
          <LineRow key={line.id} line={line} saysWith={i === 0 || !lines.some(isWith(line))} />
        ))}
      </Box>
    </Card>
  );
}

/** What is saved by a day of two is the same for both, and said once. */
const isWith =
  ({ withSchoolIds }: VisitPlanLine) =>
  ({ schoolId }: VisitPlanLine) =>
    withSchoolIds.includes(schoolId);

const CARD = { p: 1.5, minWidth: 0 } as const;
const BEST = { outline: '2px dashed', outlineColor: 'primary.main' } as const;
const OVER = { outline: '3px solid', outlineColor: 'primary.main' } as const;
