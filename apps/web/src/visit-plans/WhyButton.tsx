import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import CloseIcon from '@mui/icons-material/Close';
import type { VisitPlanLine } from '@tracker/contract';
import { formatDay, type RuleKey, ruleInWords } from '@tracker/domain';

const KEYS: Record<VisitPlanLine['reasons'][number]['key'], string> = {
  which: 'Why this school',
  when: 'Why then',
  with: 'With whom',
  day: 'Why this day',
  who: 'Who goes',
};

/** Opens all that can be said for a line. */
export function WhyButton({ line }: { line: VisitPlanLine }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const titleId = useId();
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`Why: ${line.schoolName}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, px: 0.5, minHeight: 28, ml: -0.5 }}
      >
        Why
      </Button>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-modal': true,
              'aria-labelledby': titleId,
              sx: { p: 2, width: 400, maxWidth: 'calc(100vw - 32px)' },
            },
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
            <Typography variant="h2" id={titleId} sx={{ flex: 1, overflowWrap: 'anywhere' }}>
              {line.schoolName}
            </Typography>
            <IconButton size="small" aria-label="Close" onClick={close} edge="end">
              <CloseIcon fontSize="small" />
            </IconButton>
          </Box>
          <Typography sx={{ fontWeight: 650, mb: 1 }}>
            {formatDay(line.date)} · {line.visitorName}
          </Typography>
          <Box component="dl" sx={{ m: 0 }}>
            {line.reasons.map(({ key, sentence }) => (
              <Said key={key} term={KEYS[key]} words={sentence} />
            ))}
            {line.stale && <Said term="Needs a look" words={line.stale.sentence} />}
            {line.moved && <Said term="Changed" words={line.moved} />}
            {line.knowing.length > 0 && (
              <Said term="Moved there knowing that" words={knownInWords(line.knowing)} />
            )}
          </Box>
        </Popover>
      )}
    </>
  );
}

const knownInWords = (keys: readonly RuleKey[]) =>
  `${new Intl.ListFormat('en-GB').format(keys.map(ruleInWords))}.`;

function Said({ term, words }: { term: string; words: string }) {
  return (
    <Box sx={{ mb: 1 }}>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {term}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {words}
      </Typography>
    </Box>
  );
}
