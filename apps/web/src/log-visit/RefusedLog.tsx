import { useNotify } from 'react-admin';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { nextVisitStatus, type VisitStatus } from '@tracker/domain';
import type { NamedText } from '../conflicts/overtaken';
import { VISIT_STATUS_WORDS } from '../fields/words';
import type { Refusal } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import { ON_DEVICE_PATH } from '../on-device/paths';
import { outcomeInWords, whenInWords } from '../fields/visit-words';
import { logInWords } from './log-in-words';
import type { useKeptLog } from './use-kept-log';

interface RefusedLogProps {
  refusal: Refusal;
  scene: LogScene;
  keeping: ReturnType<typeof useKeptLog>;
  /** The log is about another school from here on. */
  onFollowed: () => void;
}

/** Why the tracker did not take the log, with both versions where there are two, and what can be done. */
export function RefusedLog({ refusal, scene, keeping, onFollowed }: RefusedLogProps) {
  const navigate = useNavigate();
  const notify = useNotify();
  const { status, sentence, current } = refusal;
  const isGone = status === 404 || status === 409;
  const movedTo =
    current &&
    current.schoolId !== keeping.log.current.schoolId &&
    nextVisitStatus(current.status, 'complete') !== null
      ? current
      : null;
  const alongWith = async (visit: Visit) => {
    await keeping.follow(visit);
    onFollowed();
  };
  const asOwnVisit = async () => {
    const schoolId = await keeping.detach(current?.kind ?? keeping.typed.kind);
    notify('It is now the log of a visit of its own. Look through it and send it.', {
      type: 'info',
    });
    void navigate(`/visits/log?schoolId=${schoolId}&other=1&step=check`, { replace: true });
  };
  const discard = async () => {
    await keeping.discard();
    void navigate(ON_DEVICE_PATH);
  };
  return (
    <Alert severity="warning" sx={{ mb: 2 }} tabIndex={-1} data-first-error>
      <AlertTitle>The tracker did not take this log</AlertTitle>
      {(current && ENDED[current.status]) ?? sentence} What you typed is still here.
      {current && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, mt: 1 }}>
          <Version title="On the tracker now" lines={standing(current)} />
          <Version
            title="What you wrote"
            lines={logInWords(keeping.typed, scene)
              .map(([, label, text]): NamedText => [label, text])
              .filter(([, text]) => text)}
          />
        </Box>
      )}
      {isGone && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {movedTo && (
            <Button variant="outlined" color="inherit" onClick={() => void alongWith(movedTo)}>
              It was at {movedTo.schoolName}: log it there
            </Button>
          )}
          <Button variant="outlined" color="inherit" onClick={() => void asOwnVisit()}>
            Log mine as a visit of its own
          </Button>
          <Button color="inherit" onClick={() => void discard()}>
            {current?.outcome ? 'Keep theirs, delete mine' : 'Delete what I wrote'}
          </Button>
        </Box>
      )}
    </Alert>
  );
}

/** What has become of a visit that cannot be logged any more. */
const ENDED: Partial<Record<VisitStatus, string>> = {
  completed: 'Somebody has logged this visit already.',
  cancelled: 'This visit was cancelled in the meantime.',
  not_held: 'This visit was marked as not held in the meantime.',
  void: 'This visit was made void in the meantime.',
};

function standing(visit: Visit): NamedText[] {
  return [
    ['School', visit.schoolName],
    ['Status', VISIT_STATUS_WORDS[visit.status]],
    ['Day', whenInWords(visit)],
    ['Visitor', visit.visitorName],
    ['Who was met', visit.outcome?.metWith ?? null],
    ['Outcome', outcomeInWords(visit)],
  ];
}

function Version({ title, lines }: { title: string; lines: NamedText[] }) {
  return (
    <Box component="section" aria-label={title}>
      <Typography sx={{ fontWeight: 700 }}>{title}</Typography>
      {lines.map(([label, text]) =>
        text ? (
          <Typography
            key={label}
            variant="body2"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {label}: {text}
          </Typography>
        ) : null,
      )}
    </Box>
  );
}
