import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { TodaySummary } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { OfferAnswer } from '../day-offers/OfferAnswer';
import { OFFER_TONES, offerInWords } from '../day-offers/offer-words';
import { ToneChip } from '../fields/ToneChip';
import { Section } from '../layout/Section';
import { schoolPath } from '../paths/school-paths';
import { visitPath } from '../paths/visit-paths';

/** What schools have said by their links, for somebody of the team to see to. */
export function TodayAnswers({ answers, cannot }: Pick<TodaySummary, 'answers' | 'cannot'>) {
  if (answers.length === 0 && cannot.length === 0) return null;
  return (
    <Section title="What schools answered">
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {cannot.map((visit) => (
          <Box component="li" key={visit.id} sx={ROW}>
            <ToneChip tone="urgent" label="The school says it cannot" />
            <Typography sx={NAME}>
              <Link component={RouterLink} to={visitPath(visit.id)}>
                {`Visit to ${visit.schoolName}`}
              </Link>
              {visit.scheduledOn !== null && `, ${formatDay(visit.scheduledOn)}`}
            </Typography>
            <Typography variant="body2">{visit.schoolCannot?.said}</Typography>
          </Box>
        ))}
        {answers.map((offer) => (
          <Box component="li" key={offer.id} sx={ROW}>
            <ToneChip tone={OFFER_TONES[offer.state]} label={offerInWords(offer)} />
            <Typography sx={NAME}>
              <Link component={RouterLink} to={schoolPath(offer.schoolId)}>
                {offer.schoolName}
              </Link>
            </Typography>
            <OfferAnswer offer={offer} mayWrite />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const ROW = {
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
} as const;
const NAME = { fontWeight: 650, overflowWrap: 'anywhere', mt: 0.5 } as const;
