import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { SchoolBrief } from '@tracker/contract';
import { CONTACT_ROLE_WORDS } from '../fields/words';
import { Section } from '../layout/Section';
import { addressOf } from '../schools/SchoolFacts';

/** As many as a sheet of paper has room for; head teacher and music lead come first. */
const BRIEF_ON_PAPER = 4;

const callable = (telephone: string) => `tel:${telephone.replace(/\s/g, '')}`;

/** A page of OpenStreetMap with the way there; opened by the person, never loaded by us. */
const directionsTo = (place: string) =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;

/** Where the school is and whom to ask for. */
export function BriefContacts({ brief: { school, contacts } }: { brief: SchoolBrief }) {
  const address = addressOf(school);
  const place = school.postcode ?? address;
  return (
    <Section title="Where and who">
      <Typography>{address ?? 'The address is not recorded'}</Typography>
      {place && (
        <Link
          className="no-print"
          href={directionsTo(place)}
          target="_blank"
          rel="noopener noreferrer"
          sx={LINK}
        >
          Find the way (opens a new tab)
        </Link>
      )}
      {school.telephone && (
        <Typography>
          Office:{' '}
          <Link href={callable(school.telephone)} sx={LINK}>
            {school.telephone}
          </Link>
        </Typography>
      )}
      {contacts.length === 0 && <Typography>No contact is recorded.</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {contacts.map(({ id, name, role, email, telephone }, at) => (
          <Box
            component="li"
            key={id}
            className={at < BRIEF_ON_PAPER ? undefined : 'brief-more'}
            sx={{ mt: 1 }}
          >
            <b>{name}</b>, {CONTACT_ROLE_WORDS[role].toLowerCase()}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
              {telephone && (
                <Link href={callable(telephone)} sx={LINK}>
                  {telephone}
                </Link>
              )}
              {email && (
                <Link href={`mailto:${email}`} sx={LINK}>
                  {email}
                </Link>
              )}
            </Box>
          </Box>
        ))}
      </Box>
      {contacts.length > BRIEF_ON_PAPER && (
        <Typography className="only-print" sx={{ display: 'none' }}>
          More contacts are on the school’s page.
        </Typography>
      )}
    </Section>
  );
}

const LINK = { display: 'inline-block', py: 0.25, overflowWrap: 'anywhere' } as const;
