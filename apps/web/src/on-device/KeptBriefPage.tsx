import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { formatDay, sinceInWords } from '@tracker/domain';
import type { Contact, SchoolToVisit, Visit } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { count, instantInWords, percent } from '../fields/texts';
import { CONTACT_ROLE_WORDS } from '../fields/words';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { today } from '../providers/today';
import { logPath } from '../visits/paths';
import { whenInWords } from '../visits/visit-words';
import { ON_DEVICE_PATH } from './paths';
import { useKeptPack } from './use-device-logs';

/** What one reads before going in, as it was taken along. */
export default function KeptBriefPage() {
  const { id } = useParams();
  const kept = useKeptPack();
  const visit = kept?.pack.visits.find((each) => each.id === id);
  const place = kept?.pack.schools.find(({ school }) => school.id === visit?.schoolId);
  if (!kept || !visit || !place) {
    return (
      <>
        <PageHeading title="This visit is not on this device" />
        <Link component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Link>
      </>
    );
  }
  return (
    <Box sx={{ maxWidth: 760, display: 'grid', gap: 2 }}>
      <PageHeading
        title={place.school.name}
        actions={
          <Button variant="contained" size="large" component={RouterLink} to={logPath(visit.id)}>
            Log this visit
          </Button>
        }
      >
        <Typography sx={{ mt: 0.5 }}>
          {whenInWords(visit)}. As it was known {instantInWords(kept.keptAt)}.
        </Typography>
        <Link component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Link>
      </PageHeading>
      <SchoolFacts place={place} visit={visit} />
      <Section title="People">
        {place.contacts.length === 0 && <Typography>No contacts are on record.</Typography>}
        {place.contacts.map((contact) => (
          <Person key={contact.id} contact={contact} />
        ))}
      </Section>
      <Section title="Last visit">
        <LastVisit visit={place.lastVisit} />
      </Section>
      <Section title="Still to be done">
        {place.openActions.length === 0 && <Typography>Nothing is open.</Typography>}
        <ul>
          {place.openActions.map((action) => (
            <li key={action.id}>
              {action.title}
              {action.ownerName && `, ${action.ownerName}`}
              {action.dueOn && `, due ${formatDay(action.dueOn)}`}
            </li>
          ))}
        </ul>
      </Section>
    </Box>
  );
}

function SchoolFacts({ place: { school, plan }, visit }: { place: SchoolToVisit; visit: Visit }) {
  const address = [school.street, school.town, school.postcode].filter(Boolean).join(', ');
  return (
    <Section title="The school">
      <FactList
        facts={[
          ['Address', address || null],
          ['Telephone', school.telephone],
          ['Purpose of the visit', visit.purpose],
          ['Phase', school.phase],
          ['Pupils', count(school.pupils)],
          ['Free school meals', percent(school.fsmPercent)],
          [
            'Music development plan',
            plan
              ? `Known for ${plan.academicYear}${plan.current ? '' : ', not this year’s'}`
              : null,
          ],
          ['Notes', school.notes],
        ]}
      />
    </Section>
  );
}

function Person({ contact: { name, role, email, telephone } }: { contact: Contact }) {
  return (
    <Typography sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
      {name}
      {role !== 'other' && `, ${CONTACT_ROLE_WORDS[role].toLowerCase()}`}
      {telephone && (
        <>
          {', '}
          <Link href={`tel:${telephone.replace(/\s/g, '')}`}>{telephone}</Link>
        </>
      )}
      {email && (
        <>
          {', '}
          <Link href={`mailto:${email}`}>{email}</Link>
        </>
      )}
    </Typography>
  );
}

function LastVisit({ visit }: { visit: Visit | null }) {
  if (!visit?.visitedOn) return <Typography>No visit is on record.</Typography>;
  return (
    <>
      <Typography>
        {formatDay(visit.visitedOn)}, {sinceInWords(visit.visitedOn, today())}
        {visit.visitorName && `, by ${visit.visitorName}`}
      </Typography>
      {visit.outcome && (
        <Typography sx={{ whiteSpace: 'pre-wrap', mt: 1, overflowWrap: 'anywhere' }}>
          {visit.outcome.summary}
        </Typography>
      )}
    </>
  );
}
