import Chip, { type ChipProps } from '@mui/material/Chip';
import type { VisitState, VisitStatus } from '@tracker/domain';
import { stateInWords } from '@tracker/domain';
import { TONES, type ToneName } from '../layout/palette';
import { STATE_TONES, VISIT_STATUS_TONES, VISIT_STATUS_WORDS } from './words';

interface ToneChipProps extends Omit<ChipProps, 'color' | 'variant'> {
  tone: ToneName;
}

/** Words on a coloured ground; the words alone say everything. */
export function ToneChip({ tone, sx, ...rest }: ToneChipProps) {
  return (
    <Chip
      size="small"
      sx={[
        ({ palette }) => ({
          color: TONES[palette.mode][tone].text,
          backgroundColor: TONES[palette.mode][tone].ground,
          border: `1px solid ${TONES[palette.mode][tone].line}`,
          fontWeight: 650,
          borderRadius: 1.5,
        }),
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
      {...rest}
    />
  );
}

/** The state of a school; one outside the cycle has none. */
export function StateChip({ state }: { state: VisitState | null }) {
  if (state === null) return <ToneChip tone="quiet" label="Not in the cycle" />;
  return <ToneChip tone={STATE_TONES[state]} label={stateInWords(state)} />;
}

export function VisitStatusChip({ status, unlogged }: { status: VisitStatus; unlogged?: boolean }) {
  if (unlogged) return <ToneChip tone="late" label="Not logged yet" />;
  return <ToneChip tone={VISIT_STATUS_TONES[status]} label={VISIT_STATUS_WORDS[status]} />;
}
