import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { VisitPlan, VisitPlanReadiness } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { MISSING_LINKS, namesInWords } from './missing-words';
import { useMakePlan } from './use-make-plan';

interface BeforeFirstPlanProps {
  readiness: VisitPlanReadiness;
  mayMake: boolean;
  onStarted: (plan: VisitPlan) => void;
}

/** What is missing before the first plan of a year, what is taken instead, and the press that makes it. */
export function BeforeFirstPlan({ readiness, mayMake, onStarted }: BeforeFirstPlanProps) {
  const { academicYear, possible, missing, held, booked, roomSentence } = readiness;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 860, mt: 2 }}>
      <Typography>
        There is no plan of {academicYear} yet. A plan proposes which school is visited when, by
        whom and together with which neighbour. Nothing in it is a visit until it is accepted.
      </Typography>
      {mayMake && <Missing missing={missing} />}
      <Section title="What the teams can take">
        <Typography>{roomSentence}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {plural(held, 'visit')} held and {booked.toLocaleString('en-GB')} booked in {academicYear}
          .
        </Typography>
      </Section>
      {mayMake ? (
        <Propose {...{ academicYear, possible, onStarted }} />
      ) : (
        <Typography>The Head of Participation makes the plan.</Typography>
      )}
    </Box>
  );
}

interface ProposeProps {
  academicYear: string;
  possible: boolean;
  onStarted: (plan: VisitPlan) => void;
}

function Propose({ academicYear, possible, onStarted }: ProposeProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const make = useMakePlan(onStarted);
  const propose = async () => {
    setBusy(true);
    setError(null);
    try {
      await make({ academicYear });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <div>
      {error !== null && <Failure error={error} />}
      {!possible && (
        <Typography id="why-no-plan" sx={{ mb: 1 }}>
          A plan can be made once what blocks it above is done.
        </Typography>
      )}
      <Button
        variant="contained"
        size="large"
        disabled={!possible || busy}
        aria-describedby={possible ? undefined : 'why-no-plan'}
        onClick={() => void propose()}
      >
        {busy ? 'Asking for a plan…' : 'Propose a plan'}
      </Button>
    </div>
  );
}

function Missing({ missing }: Pick<VisitPlanReadiness, 'missing'>) {
  if (missing.length === 0) {
    return (
      <Section title="What is missing">
        <Typography>Nothing: all that a plan is made of is on record.</Typography>
      </Section>
    );
  }
  return (
    <Section title="What is missing">
      <Box component="ul" aria-label="What is missing" sx={LIST}>
        {missing.map(({ key, blocks, sentence, count, names }) => {
          const { to, words } = MISSING_LINKS[key];
          return (
            <li key={`${key} ${sentence}`}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <Typography component="span" sx={{ flex: '1 1 16rem' }}>
                  {sentence}
                </Typography>
                <ToneChip
                  tone={blocks ? 'urgent' : 'quiet'}
                  label={blocks ? 'Blocks the plan' : 'Can wait'}
                />
                <Link component={RouterLink} to={to} sx={{ minHeight: 24 }}>
                  {words}
                </Link>
              </Box>
              {names.length > 0 && (
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {namesInWords(names, count)}
                </Typography>
              )}
            </li>
          );
        })}
      </Box>
    </Section>
  );
}

const LIST = {
  ...{ listStyle: 'none', m: 0, p: 0 },
  '& > li': { py: 1, borderBottom: 1, borderColor: 'divider' },
  '& > li:last-of-type': { borderBottom: 0 },
} as const;
