import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TablePagination from '@mui/material/TablePagination';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { RegionTarget } from '@tracker/contract';
import { AimInput } from './AimInput';
import { byHandInWords, type ByHand, sharesOf, sumInWords, type TargetForm } from './target-form';

const ON_A_PAGE = 50;

/** Each region's part: in proportion to its schools to visit, or by hand; the sum stands below. */
export function TargetRegions({ regions }: { regions: readonly RegionTarget[] }) {
  const form = useWatch() as TargetForm;
  const { setValue } = useFormContext<TargetForm>();
  const [page, setPage] = useState(0);
  const shares = sharesOf(form, regions);
  const sumOf = (of: keyof ByHand) =>
    [...shares.values()].reduce((sum, share) => sum + share[of], 0);
  const sums = { visits: sumOf('visits'), surveys: sumOf('surveys') };
  const byHand = regions.filter(({ regionId }) => form.regions[regionId]);
  const set = (id: string, to: ByHand | null) =>
    setValue(`regions.${id}`, to, { shouldDirty: true, shouldValidate: false });
  if (regions.length === 0) {
    return <Typography>There are no regions yet; the whole is aimed at together.</Typography>;
  }
  return (
    <Box role="group" aria-label="Parts of the regions">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="h3">Parts of the regions</Typography>
        {byHand.length > 0 && (
          <Button
            size="small"
            onClick={() => regions.forEach(({ regionId }) => set(regionId, null))}
          >
            Use proportional shares for all
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        In proportion to the schools that were not visited in three years or due when the year
        began. What is set by hand stays; the others share the rest.
      </Typography>
      {regions.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE).map((region) => (
        <Region
          key={region.regionId}
          region={region}
          byHand={Boolean(form.regions[region.regionId])}
          share={shares.get(region.regionId) ?? { visits: 0, surveys: 0 }}
          onSet={(to) => set(region.regionId, to)}
        />
      ))}
      {regions.length > ON_A_PAGE && (
        <TablePagination
          component="div"
          count={regions.length}
          page={page}
          rowsPerPage={ON_A_PAGE}
          rowsPerPageOptions={[ON_A_PAGE]}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
      <Sum sums={sums} form={form} />
    </Box>
  );
}

interface RegionProps {
  region: RegionTarget;
  byHand: boolean;
  /** What it has as the form stands. */
  share: ByHand;
  onSet: (to: ByHand | null) => void;
}

function Region({ region: { regionId, regionName, schoolsToVisit }, ...props }: RegionProps) {
  const { byHand, share, onSet } = props;
  return (
    <Box
      role="group"
      aria-label={regionName}
      sx={{
        display: 'grid',
        alignItems: 'center',
        columnGap: 2,
        gridTemplateColumns: { sm: '1.5fr 2fr auto' },
        borderTop: 1,
        borderColor: 'divider',
        py: 1,
      }}
    >
      <Box>
        <Typography sx={{ fontWeight: 650 }}>{regionName}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {plural(schoolsToVisit, 'school')} to visit
        </Typography>
      </Box>
      {byHand ? (
        <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: '1fr 1fr' }}>
          <AimInput source={`regions.${regionId}.visits`} label={`Visits, ${regionName}`} />
          <AimInput source={`regions.${regionId}.surveys`} label={`Surveys, ${regionName}`} />
        </Box>
      ) : (
        <Typography>{byHandInWords(share)}, in proportion</Typography>
      )}
      <Button
        aria-label={byHand ? `Use proportional share: ${regionName}` : `Set by hand: ${regionName}`}
        onClick={() => onSet(byHand ? null : share)}
        sx={{ justifySelf: { xs: 'start', sm: 'end' } }}
      >
        {byHand ? 'Use proportional share' : 'Set by hand'}
      </Button>
    </Box>
  );
}

function Sum({ sums, form }: { sums: ByHand; form: TargetForm }) {
  const whole = { visits: Number(form.visits) || 0, surveys: Number(form.surveys) || 0 };
  const differs = sums.visits !== whole.visits || sums.surveys !== whole.surveys;
  return (
    <Box aria-live="polite" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Typography sx={{ fontWeight: 650 }}>
        {`Regions together: ${sumInWords(sums.visits, whole.visits, 'visit')}; ${sumInWords(sums.surveys, whole.surveys, 'survey')}.`}
      </Typography>
      {differs && (
        <Typography variant="body2">
          The hub is measured against the whole target, each region against its share. You can still
          save this.
        </Typography>
      )}
    </Box>
  );
}
