import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { SetUp, SetUpStep } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Section } from '../layout/Section';
import { SET_UP_WORDS } from '../layout/set-up-words';
import { useSetUpHidden } from '../layout/use-set-up';

/** What a new hub still has to put in place; gone once all is done or somebody has hidden it. */
export function SetUpList({ setUp, empty }: { setUp: SetUp; empty: boolean }) {
  const [hidden, setHidden] = useSetUpHidden();
  const left = setUp.steps.filter(({ done }) => !done);
  if (left.length === 0 || (hidden && !empty)) return null;
  return (
    <Section
      title="Set up the tracker"
      action={!empty && <Button onClick={() => setHidden(true)}>Hide this list</Button>}
    >
      <Typography sx={{ mb: 1 }}>
        {empty
          ? 'There are no schools yet. Begin with the register; the rest can follow in any order.'
          : `${setUp.steps.length - left.length} of ${plural(setUp.steps.length, 'step')} done.`}
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {(empty ? setUp.steps : left).map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </Box>
    </Section>
  );
}

function Step({ step: { key, done, count } }: { step: SetUpStep }) {
  const { title, why, to, done: doneInWords } = SET_UP_WORDS[key];
  return (
    <Box component="li" data-step={key} sx={{ py: 0.75, pl: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Link component={RouterLink} to={to} sx={{ fontWeight: 650 }}>
          {title}
        </Link>
        <ToneChip tone={done ? 'fine' : 'quiet'} label={done ? 'Done' : 'To do'} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {done ? doneInWords(count) : why}
      </Typography>
    </Box>
  );
}
