import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay, sinceInWords } from '@tracker/domain';
import type { Contact, SchoolToVisit, Visit } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { PlanSayings } from '../fields/PlanSayings';
import { count, Known, percent } from '../fields/texts';
import { CONTACT_ROLE_WORDS } from '../fields/words';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { today } from '../providers/today';
import { whenInWords } from '../fields/visit-words';
import type { KeptPack } from './database';
import { KeptVisitRow, mayLog, Rows } from './KeptVisitRow';
import { LogOfVisit } from './LogOfVisit';
import { momentInWords } from './moments';
import { ON_DEVICE_PATH } from './paths';

/** From when it is what is shown. */
export const asOfInWords = (keptAt: string) => `From this device, as of ${momentInWords(keptAt)}.`;

interface KeptSchoolProps {
  title: string;
  kept: KeptPack;
  place: SchoolToVisit;
  /** The one this is about; without it, all of one's visits to the school. */
  visit?: Visit;
}

/** What one reads before going in, as it was taken along. */
export function KeptSchool({ title, kept, place, visit }: KeptSchoolProps) {
  const visits = kept.pack.visits.filter(({ schoolId }) => schoolId === place.school.id);
  return (
    <Box sx={{ maxWidth: 760, display: 'grid', gap: 2 }}>
      <PageHeading
        title={title}
        actions={
          visit && mayLog(visit) && <LogOfVisit visit={visit} asOf={kept.keptAt} size="large" />
        }
      >
        {visit && <Typography sx={{ mt: 0.5 }}>{whenInWords(visit)}</Typography>}
        <Typography role="status">{asOfInWords(kept.keptAt)}</Typography>
        <Link component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Link>
      </PageHeading>
      {!visit && visits.length > 0 && (
        <Section title="Your visits">
          <Rows>
            {visits.map((each) => (
              <KeptVisitRow key={each.id} visit={each} keptAt={kept.keptAt} />
            ))}
          </Rows>
        </Section>
      )}
      <SchoolFacts place={place} purpose={visit?.purpose} />
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

function KeptPlan({ place }: { place: SchoolToVisit }) {
  return (
    <>
      <Known>{planSentence(place)}</Known>
      <PlanSayings says={place.planSays} />
    </>
  );
}

interface SchoolFactsProps {
  place: SchoolToVisit;
  purpose?: string | null;
}

/** Taken along by an earlier version of the tracker, a school has a plan and no sentence. */
function planSentence({ plan, planStanding }: Partial<SchoolToVisit>): string | null {
  if (planStanding) return planStanding.sentence;
  return plan ? `Known for ${plan.academicYear}` : null;
}

function SchoolFacts({ place, purpose }: SchoolFactsProps) {
  const { school } = place;
  const address = [school.street, school.town, school.postcode].filter(Boolean).join(', ');
  return (
    <Section title="The school">
      <FactList
        facts={[
          ['Address', address || null],
          ['Telephone', school.telephone && <Telephone number={school.telephone} />],
          ...(purpose === undefined ? [] : [['Purpose of the visit', purpose] as const]),
          ['Phase', school.phase],
          ['Pupils', count(school.pupils)],
          ['Free school meals', percent(school.fsmPercent)],
          ['Music development plan', <KeptPlan key="plan" place={place} />],
          ['Notes', school.notes],
        ]}
      />
    </Section>
  );
}

function Telephone({ number }: { number: string }) {
  return <Link href={`tel:${number.replace(/\s/g, '')}`}>{number}</Link>;
}

function Person({ contact: { name, role, email, telephone } }: { contact: Contact }) {
  return (
    <Typography sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
      {name}
      {role !== 'other' && `, ${CONTACT_ROLE_WORDS[role].toLowerCase()}`}
      {telephone && (
        <>
          {', '}
          <Telephone number={telephone} />
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
