import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import LockIcon from '@mui/icons-material/LockOutlined';
import { Link as RouterLink } from 'react-router-dom';
import type { VisitPlanLine } from '@tracker/contract';
import { kmInWords } from '@tracker/domain';
import { OFFER_TONES, offerInWords } from '../day-offers/offer-words';
import { ToneChip } from '../fields/ToneChip';
import { schoolPath } from '../paths/school-paths';
import { visitPath } from '../paths/visit-paths';
import { LineMenu } from './LineMenu';
import { usePlan } from './plan-context';
import { isOpen } from './plan-lines';
import {
  BAND_TONES,
  BAND_WORDS,
  lateInWords,
  LINE_STATUS_TONES,
  LINE_STATUS_WORDS,
} from './plan-words';
import { WhyButton } from './WhyButton';

interface LineRowProps {
  line: VisitPlanLine;
  /** With whom the day is shared, and what that saves. */
  saysWith: boolean;
}

/** One proposed visit on its day's card. */
export function LineRow({ line, saysWith }: LineRowProps) {
  const { schoolName, status, stale, withSchoolIds } = line;
  const { mayChange, offers } = usePlan();
  const movable = mayChange(line) && isOpen(line);
  const offer = status === 'accepted' ? undefined : offers.get(line.schoolId);
  const isShared = withSchoolIds.length > 0;
  const withWhom = saysWith && isShared && line.reasons.find(({ key }) => key === 'with')?.sentence;
  return (
    <Box
      component="li"
      draggable={movable}
      data-plan-line={line.id}
      sx={{ display: 'flex', gap: 0.5, pt: 1, cursor: movable ? 'grab' : undefined }}
    >
      <Tick line={line} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere', fontWeight: 650, lineHeight: 1.4 }}>
          <Link component={RouterLink} to={schoolPath(line.schoolId)}>
            {schoolName}
          </Link>
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
          <ToneChip tone={BAND_TONES[line.band]} label={BAND_WORDS[line.band]} />
          {status !== 'proposed' && (
            <ToneChip tone={LINE_STATUS_TONES[status]} label={LINE_STATUS_WORDS[status]} />
          )}
          {offer && <ToneChip tone={OFFER_TONES[offer.state]} label={offerInWords(offer)} />}
          {line.locked && (
            <ToneChip
              tone="quiet"
              icon={<LockIcon />}
              label={line.lockedByName ? `Locked by ${line.lockedByName}` : 'Locked'}
            />
          )}
          {line.halfTermsLate > 0 && (
            <ToneChip tone="quiet" label={lateInWords(line.halfTermsLate)} />
          )}
        </Box>
        {stale && (
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {stale.sentence}
          </Typography>
        )}
        {line.moved && (
          <Typography variant="body2" sx={SMALL}>
            {line.moved}
          </Typography>
        )}
        {withWhom && (
          <Typography variant="body2" sx={SMALL}>
            {withWhom}
          </Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
          {isShared && (
            <Typography variant="body2" component="span" sx={SMALL}>
              Adds {kmInWords(line.km)}
            </Typography>
          )}
          <WhyButton line={line} />
          {line.visitId && (
            <Link component={RouterLink} to={visitPath(line.visitId)} variant="body2">
              Open the visit
            </Link>
          )}
        </Box>
      </Box>
      <LineMenu line={line} />
    </Box>
  );
}

const SMALL = { color: 'text.secondary', overflowWrap: 'anywhere' } as const;

function Tick({ line }: { line: VisitPlanLine }) {
  const { mayAccept, ticked, tick } = usePlan();
  if (!mayAccept || !isOpen(line)) return null;
  return (
    <Checkbox
      size="small"
      checked={ticked.has(line.id)}
      onChange={(_event, on) => tick(line.id, on)}
      slotProps={{ input: { 'aria-label': `Select ${line.schoolName}` } }}
      sx={{ p: 0.5, alignSelf: 'flex-start' }}
    />
  );
}
