import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { SchoolSurvey } from '@tracker/contract';
import { capital, formatDay } from '@tracker/domain';

type Asked = Pick<SchoolSurvey, 'hub' | 'intro' | 'expiresOn'>;

/** What a school reads before the first question: what it is for and what becomes of its answers. */
export function AboutSurvey({ survey: { hub, intro, expiresOn } }: { survey: Asked }) {
  return (
    <>
      {intro && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{intro}</Typography>}
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        Your answers save themselves; you can close this page and come back until{' '}
        {formatDay(expiresOn)}.
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 3, color: 'text.secondary' }}>
        {capital(hub.name)} keeps your answers to prepare the visit and to plan its support. Its
        reports show schools together, never yours alone. Please don’t include pupils’ names.{' '}
        {hub.privacyUrl && (
          <Link href={hub.privacyUrl} target="_blank" rel="noreferrer">
            Privacy notice of {hub.name} (opens in a new tab)
          </Link>
        )}
      </Typography>
    </>
  );
}

/** Whom to ask, at the foot of every page of it. */
export function AskTheHub({ hub }: Pick<SchoolSurvey, 'hub'>) {
  const { name, contactName, contactEmail } = hub;
  return (
    <Typography component="footer" variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
      {contactEmail ? (
        <>
          Questions about the survey? Write to {contactName ? `${contactName} at ${name}` : name}:{' '}
          <Link href={`mailto:${contactEmail}`} sx={{ overflowWrap: 'anywhere' }}>
            {contactEmail}
          </Link>
        </>
      ) : (
        <>Questions about the survey? Ask whoever at {name} sent you the link.</>
      )}
    </Typography>
  );
}
