import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay } from '@tracker/domain';
import type {
  TimelineAnswer as Answer,
  TimelineMail as MailSent,
  TimelinePlan as PlanKnown,
  TimelineRehomed as Rehomed,
  TimelineSurvey as SurveyHandedIn,
} from '@tracker/contract';
import { ToneChip } from '../fields/ToneChip';
import { visitPath } from '../paths/visit-paths';
import { TimelineItem } from './TimelineItem';

interface Told {
  on: string | null;
  formerName: string | null;
}

/** Answers to a survey that were handed in. */
export function TimelineSurvey({ on, survey, formerName }: Told & { survey: SurveyHandedIn }) {
  const { surveyName, source, filledInBy, visitId, visitVoid } = survey;
  const by = source === 'school' ? 'Sent in by the school' : 'Answered at the visit';
  return (
    <TimelineItem formerName={formerName}>
      <Typography>
        <b>{on && formatDay(on)}</b> Survey: {surveyName}{' '}
        {visitVoid && <ToneChip tone="quiet" label="The visit is void: not counted" />}
      </Typography>
      <Said words={filledInBy ? `${by}, ${filledInBy}` : by} visitId={visitId} />
    </TimelineItem>
  );
}

const MAIL_WORDS: Record<MailSent['status'], string> = {
  waiting: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Could not be sent',
  uncertain: 'Perhaps sent',
  unaddressed: 'Nobody to send it to',
  cancelled: 'Not sent',
};

/** A mail to the school. */
export function TimelineMail({ on, mail, formerName }: Told & { mail: MailSent }) {
  const { subject, toName, status, visitId } = mail;
  const words = toName ? `${MAIL_WORDS[status]}, to ${toName}` : MAIL_WORDS[status];
  return (
    <TimelineItem formerName={formerName}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <b>{on && formatDay(on)}</b> Email: {subject}
      </Typography>
      <Said words={words} visitId={visitId} />
    </TimelineItem>
  );
}

/** What the school said by its link. */
export function TimelineAnswer({ on, answer, formerName }: Told & { answer: Answer }) {
  return (
    <TimelineItem formerName={formerName}>
      <Typography>
        <b>{on && formatDay(on)}</b> The school answered by its link
      </Typography>
      <Said words={answer.words} visitId={answer.visitId} />
    </TimelineItem>
  );
}

const KNOWN_WORDS: Record<PlanKnown['knownFrom'], string> = {
  document: 'captured',
  seen: 'seen',
  told: 'spoken of by the school',
};

/** A music development plan that became known, or was spoken of. */
export function TimelinePlan({ on, plan, formerName }: Told & { plan: PlanKnown }) {
  const { academicYears, knownFrom, address, byName } = plan;
  const words = [byName && `By ${byName}`, address].filter(Boolean).join(': ');
  return (
    <TimelineItem formerName={formerName}>
      <Typography>
        <b>{on && formatDay(on)}</b> Plan for {academicYears} {KNOWN_WORDS[knownFrom]}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {words}
      </Typography>
    </TimelineItem>
  );
}

/** A visit that went from one school to another. */
export function TimelineRehomed({ on, rehomed, formerName }: Told & { rehomed: Rehomed }) {
  const { visitId, visitOn, fromSchoolName, toSchoolName, why, byName } = rehomed;
  const day = visitOn ? ` of ${formatDay(visitOn)}` : '';
  return (
    <TimelineItem formerName={formerName}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <b>{on && formatDay(on)}</b> Visit{day} put at {toSchoolName}, was at {fromSchoolName}
      </Typography>
      <Said words={[byName && `By ${byName}`, why].filter(Boolean).join(': ')} visitId={visitId} />
    </TimelineItem>
  );
}

function Said({ words, visitId }: { words: string; visitId: string | null }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {words}
      {visitId && (
        <>
          {' · '}
          <Link component={RouterLink} to={visitPath(visitId)}>
            The visit
          </Link>
        </>
      )}
    </Typography>
  );
}
