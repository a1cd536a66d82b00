import { useEffect, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { OfferedDays } from '@tracker/contract';
import { capital } from '@tracker/domain';
import { NoSignalLine } from '../on-device/NoSignalLine';

interface SchoolPageProps {
  title: string;
  /** Once the link is open. */
  of: Pick<OfferedDays, 'hub' | 'schoolName'> | undefined;
  children: ReactNode;
}

/** A page for somebody at a school, who has nothing but a link: no account, no menu, nothing else of the tracker. */
export function SchoolPage({ title, of, children }: SchoolPageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <NoSignalLine />
      <Box
        component="main"
        sx={{ minHeight: '100vh', bgcolor: 'background.default', p: { sm: 2 } }}
      >
        <Card
          sx={{ maxWidth: 680, mx: 'auto', p: { xs: 2, sm: 4 }, borderRadius: { xs: 0, sm: 3 } }}
        >
          {of && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {capital(of.hub.name)}
            </Typography>
          )}
          <Typography variant="h1" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
          {of && <Typography sx={{ fontWeight: 650, mb: 2 }}>{of.schoolName}</Typography>}
          {children}
          {of && <WhomToAsk hub={of.hub} />}
        </Card>
      </Box>
    </>
  );
}

function WhomToAsk({ hub }: Pick<OfferedDays, 'hub'>) {
  const { name, contactName, contactEmail, privacyUrl } = hub;
  return (
    <Typography component="footer" variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
      {contactEmail ? (
        <>
          Questions? Write to {contactName ? `${contactName} at ${name}` : name}:{' '}
          <Link href={`mailto:${contactEmail}`} sx={{ overflowWrap: 'anywhere' }}>
            {contactEmail}
          </Link>
          .
        </>
      ) : (
        <>Questions? Ask whoever at {name} wrote to you.</>
      )}{' '}
      {capital(name)} keeps what you say to plan its visits. Please don’t include pupils’ names.{' '}
      {privacyUrl && (
        <Link href={privacyUrl} target="_blank" rel="noreferrer">
          Privacy notice of {name} (opens in a new tab)
        </Link>
      )}
    </Typography>
  );
}
