import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PlanFieldFigures, PlanPartFigures } from '@tracker/contract';
import { ANY, NOT_STATED, plural } from '@tracker/domain';
import { FiguresTable } from '../charts';
import { Section } from '../layout/Section';
import { FactLink } from './FactLink';

const FIRST = 8;

/** What schools name, the most frequent first, each with a bar beside its number. */
export function RankedSection({ figures }: { figures: PlanFieldFigures }) {
  const { field, label, stated, notStated, parts } = figures;
  const whole = parts.find(({ part }) => part === ANY || part === '');
  return (
    <Section title={label}>
      <Typography sx={{ mb: 1, color: 'text.secondary' }}>
        <FactLink fact={{ field, part: ANY, value: ANY }} schools={stated} />{' '}
        {stated === 1 ? 'names' : 'name'} some,{' '}
        <FactLink fact={{ field, part: ANY, value: NOT_STATED }} schools={notStated} />{' '}
        {notStated === 1 ? 'does' : 'do'} not say.
      </Typography>
      {whole && whole.values.length > 0 && <Ranked figures={figures} whole={whole} />}
      {field === 'wholeClassInstrument' && stated > 0 && <ByYear figures={figures} />}
    </Section>
  );
}

function Ranked({ figures: { field, label }, whole }: RankedProps) {
  const [all, setAll] = useState(false);
  const { values, moreValues, part } = whole;
  const most = values[0]?.schools ?? 1;
  const shown = all ? values : values.slice(0, FIRST);
  return (
    <>
      <Box component="ol" aria-label={`${label}, the most frequent first`} sx={LIST}>
        {shown.map(({ value, label: words, schools }) => (
          <Box component="li" key={value} sx={ROW}>
            <Box sx={{ overflowWrap: 'anywhere' }}>{words}</Box>
            <Box aria-hidden sx={{ ...BAR, width: `${(100 * schools) / most}%` }} />
            <Box sx={{ textAlign: 'right' }}>
              <FactLink fact={{ field, part, value }} schools={schools} />
            </Box>
          </Box>
        ))}
      </Box>
      {values.length > FIRST && (
        <Button
          size="small"
          className="no-print"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ mt: 0.5 }}
        >
          {all ? 'Show fewer' : `Show all ${values.length}`}
        </Button>
      )}
      {all && moreValues > 0 && (
        <Typography variant="body2">
          {plural(moreValues, 'more name')} of fewer schools; the file has every one.
        </Typography>
      )}
    </>
  );
}

interface RankedProps {
  figures: PlanFieldFigures;
  whole: PlanPartFigures;
}

/** The three instruments that most schools of a year group name. */
function ByYear({ figures: { field, parts } }: { figures: PlanFieldFigures }) {
  return (
    <FiguresTable
      caption="Whole-class instruments by year group"
      head={['Year group', 'Most frequent', 'Schools']}
      rows={parts
        .filter(({ part }) => part !== ANY)
        .flatMap(({ part, label, values }) =>
          values.slice(0, 3).map(({ value, label: words, schools }) => ({
            key: `${part} ${value}`,
            cells: [
              label,
              words,
              <FactLink key="schools" fact={{ field, part, value }} schools={schools} />,
            ],
          })),
        )}
    />
  );
}

const LIST = { listStyle: 'none', m: 0, p: 0, fontSize: '0.9375rem' } as const;
const ROW = {
  ...{ display: 'grid', alignItems: 'center', columnGap: 1.5, py: 0.25 },
  gridTemplateColumns: 'minmax(7rem, 2fr) minmax(3rem, 3fr) 3rem',
} as const;
const BAR = {
  ...{ height: 12, minWidth: 2, borderRadius: 0.5, bgcolor: 'primary.main' },
  printColorAdjust: 'exact',
} as const;
