import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import BackIcon from '@mui/icons-material/ChevronLeft';
import OnIcon from '@mui/icons-material/ChevronRight';
import { formatDay, plural } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import type { PlanPart } from './plan-lines';
import { halfTermInWords } from './plan-words';

interface PartsProps {
  parts: readonly PlanPart[];
  part: string;
  onChoose: (part: string) => void;
}

interface HalfTermPartsProps extends PartsProps {
  halfTerms: readonly { from: string; to: string }[];
}

/** The half terms with how much each takes; one is chosen, or the whole year. */
export function HalfTermParts({ parts, part, halfTerms, onChoose }: HalfTermPartsProps) {
  const visits = parts.reduce((sum, { lines }) => sum + lines, 0);
  const days = halfTerms[Number(part) - 1];
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box role="group" aria-label="Half terms" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {parts.map(({ id, lines }) => (
          <PartButton
            key={id}
            chosen={id === part}
            words={halfTermInWords(Number(id), halfTerms.length)}
            count={lines}
            onChoose={() => onChoose(id)}
          />
        ))}
        <PartButton
          chosen={part === 'all'}
          words="Whole year"
          count={visits}
          onChoose={() => onChoose('all')}
        />
      </Box>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {[days && `${formatDay(days.from)} to ${formatDay(days.to)}`, countOf(parts, part)]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
}

/** `36 visits, 12 accepted` */
function countOf(parts: readonly PlanPart[], part: string): string {
  const counted = parts.filter(({ id }) => part === 'all' || id === part);
  const lines = counted.reduce((sum, each) => sum + each.lines, 0);
  const accepted = counted.reduce((sum, each) => sum + each.accepted, 0);
  return `${plural(lines, 'visit')}${accepted > 0 ? `, ${accepted} accepted` : ''}`;
}

interface PartButtonProps {
  chosen: boolean;
  words: string;
  count: number;
  onChoose: () => void;
}

function PartButton({ chosen, words, count, onChoose }: PartButtonProps) {
  return (
    <Button
      size="small"
      variant={chosen ? 'contained' : 'outlined'}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {words}
      <Box component="span" sx={{ ml: 1, fontWeight: 400 }}>
        {count}
      </Box>
    </Button>
  );
}

/** One week after the other. */
export function WeekParts({ parts, part, onChoose }: PartsProps) {
  const at = parts.findIndex(({ id }) => id === part);
  const turn = (by: number) => {
    const next = parts[at + by];
    if (next) onChoose(next.id);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
      <IconButton aria-label="The week before" disabled={at <= 0} onClick={() => turn(-1)}>
        <BackIcon />
      </IconButton>
      <Box sx={{ flex: '0 1 18rem', '& > *': { width: '100%' } }}>
        <Choice
          label="Week"
          value={part}
          choices={parts.map(({ id, lines }) => ({
            ...{ id, name: `Week of ${formatDay(id)}: ${plural(lines, 'visit')}` },
          }))}
          onChange={onChoose}
        />
      </Box>
      <IconButton
        aria-label="The next week"
        disabled={at >= parts.length - 1}
        onClick={() => turn(1)}
      >
        <OnIcon />
      </IconButton>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
        {countOf(parts, part)}
      </Typography>
    </Box>
  );
}
