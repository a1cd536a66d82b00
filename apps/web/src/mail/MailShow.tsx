import type { ReactNode } from 'react';
import { ShowBase, useShowContext } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { MailWithAttachment } from '@tracker/contract';
import { dayAndTimeInWords } from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { instantInWords } from '../fields/texts';
import { Failure } from '../layout/Failure';
import { NotFound } from '../layout/NotFound';
import { isNoRecord } from '../providers/problems';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { schoolPath } from '../paths/school-paths';
import { MAIL_KIND_WORDS, recipientInWords } from './mail-words';
import { MailCommands } from './MailCommands';
import { MailStatusChip } from './MailStatusChip';

/** One mail as it goes out, with what became of it. */
export default function MailShow() {
  return (
    <ShowBase<MailWithAttachment>>
      <Content />
    </ShowBase>
  );
}

function Content() {
  const { record: mail, error, refetch } = useShowContext<MailWithAttachment>();
  if (isNoRecord(error)) return <NotFound />;
  if (error && !mail) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!mail) return <Waiting words="Loading the email…" />;
  return (
    <Box sx={{ maxWidth: 860, display: 'grid', gap: 2 }}>
      <PageHeading title={mail.subject} actions={<MailCommands mail={mail} />}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
          <MailStatusChip status={mail.status} />
          {mail.lastError && <Typography>{mail.lastError}</Typography>}
        </Box>
      </PageHeading>
      <Section title="The email">
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 1 }}>
          {mail.body}
        </Typography>
      </Section>
      {mail.invitation && mail.attachment !== null && (
        <Section title="The calendar entry" action={<Download text={mail.attachment} />}>
          <FactList
            facts={[
              [
                'Does',
                mail.invitation.method === 'CANCEL' ? 'Takes the visit out' : 'Enters the visit',
              ],
              ['When', dayAndTimeInWords(mail.invitation)],
              ['Where', mail.invitation.location],
              ['Version of the entry', String(mail.invitation.sequence + 1)],
            ]}
          />
        </Section>
      )}
      <Section title="Outcome">
        <FactList facts={factsOf(mail)} />
      </Section>
    </Box>
  );
}

/** What has not happened, such as a sending, is left out: it is not missing. */
function factsOf(mail: MailWithAttachment): [string, ReactNode][] {
  const { schoolId, attempts, nextAttemptAt, sentAt } = mail;
  const facts: [string, ReactNode][] = [
    ['Kind', MAIL_KIND_WORDS[mail.kind]],
    ['To', recipientInWords(mail)],
    ['School', schoolId && <SchoolLink key="school" mail={mail} />],
    ['Written', instantInWords(mail.createdAt)],
    ['Tries', attempts > 0 && String(attempts)],
    ['Next try', attempts > 0 && nextAttemptAt && instantInWords(nextAttemptAt)],
    ['Sent', sentAt && instantInWords(sentAt)],
    ['Decided by', mail.handledByName],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

function SchoolLink({ mail }: { mail: MailWithAttachment }) {
  return (
    <Link component={RouterLink} to={schoolPath(mail.schoolId ?? '')}>
      {mail.schoolName}
    </Link>
  );
}

function Download({ text }: { text: string }) {
  return (
    <Button
      component="a"
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`}
      download="visit.ics"
    >
      Save visit.ics
    </Button>
  );
}
