import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import AddIcon from '@mui/icons-material/Add';
import { formatDay, milesInWords, stateInWords } from '@tracker/domain';
import type { SchoolToPlan } from './new-visit';
import { useNearbySchools, type NearbyOffer } from '../planning/use-planning';

const OFFERED = 5;

interface NearbySchoolsProps {
  round: readonly SchoolToPlan[];
  onAdd: (school: SchoolToPlan) => void;
}

function whyInWords({ state, lastVisitedOn }: NearbyOffer): string {
  const words = stateInWords(state).toLowerCase();
  return lastVisitedOn ? `${words}, last visited ${formatDay(lastVisitedOn)}` : words;
}

/** Schools close to those of the round that are due too, to be taken along. */
export function NearbySchools({ round, onAdd }: NearbySchoolsProps) {
  const id = useId();
  const offers = useNearbySchools(round, OFFERED);
  if (offers.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 2 }}>
      <Typography variant="h3" id={id}>
        Close by, due too and not booked
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {offers.map((offer) => (
          <Box
            component="li"
            key={offer.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 1,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <Typography variant="body2" sx={{ flex: '1 1 14rem', minWidth: 0 }}>
              {milesInWords(offer.distanceKm)}
              {round.length > 1 && ` from ${offer.nearTo}`} · <strong>{offer.name}</strong> ·{' '}
              {whyInWords(offer)}
            </Typography>
            <Button
              size="small"
              startIcon={<AddIcon />}
              aria-label={`Add to this round: ${offer.name}`}
              onClick={() => onAdd({ id: offer.id, name: offer.name })}
            >
              Add to this round
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
