import CancelledIcon from '@mui/icons-material/Close';
import CompletedIcon from '@mui/icons-material/CheckCircle';
import ConfirmedIcon from '@mui/icons-material/EventAvailable';
import NotHeldIcon from '@mui/icons-material/EventBusy';
import ProposedIcon from '@mui/icons-material/HelpOutlineOutlined';
import ScheduledIcon from '@mui/icons-material/Event';
import UnloggedIcon from '@mui/icons-material/PriorityHigh';
import VoidIcon from '@mui/icons-material/Block';
import Box from '@mui/material/Box';
import type { Visit } from '@tracker/contract';
import type { VisitStatus } from '@tracker/domain';
import { VISIT_STATUS_TONES, VISIT_STATUS_WORDS } from '../../fields/words';
import type { ToneName } from '../../layout/palette';

type ShownStatus = VisitStatus | 'unlogged';

const ICONS = {
  proposed: ProposedIcon,
  scheduled: ScheduledIcon,
  confirmed: ConfirmedIcon,
  unlogged: UnloggedIcon,
  completed: CompletedIcon,
  cancelled: CancelledIcon,
  not_held: NotHeldIcon,
  void: VoidIcon,
} satisfies Record<ShownStatus, unknown>;

/** How a visit stands; one whose day has passed unlogged stands out whatever was agreed before. */
export const shownStatusOf = ({ status, unlogged }: Visit): ShownStatus =>
  unlogged ? 'unlogged' : status;

export const SHOWN_STATUS_TONES: Record<ShownStatus, ToneName> = {
  ...VISIT_STATUS_TONES,
  unlogged: 'late',
};

export const SHOWN_STATUS_WORDS: Record<ShownStatus, string> = {
  ...VISIT_STATUS_WORDS,
  unlogged: 'Not logged yet',
};

/** The picture of how a visit stands; its words stand beside it or are read out instead. */
export function VisitStatusIcon({ standing }: { standing: ShownStatus }) {
  const Icon = ICONS[standing];
  return <Icon aria-hidden sx={{ fontSize: '0.95rem', flexShrink: 0 }} />;
}

/** What the pictures mean. */
export function StatusLegend() {
  return (
    <Box
      component="ul"
      aria-label="What the signs mean"
      sx={{
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        m: 0,
        mt: 1,
        p: 0,
        color: 'text.secondary',
        fontSize: '0.8125rem',
      }}
    >
      {(Object.keys(ICONS) as ShownStatus[]).map((standing) => (
        <Box component="li" key={standing} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <VisitStatusIcon standing={standing} />
          {SHOWN_STATUS_WORDS[standing]}
        </Box>
      ))}
    </Box>
  );
}
