import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Visit } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { call } from '../providers/call';
import { useMayWrite } from '../providers/use-signed-in-user';
import { useOfferStep } from './use-offer-steps';

/** A school has said by its link that it cannot make its visit; nothing has been cancelled. */
export function SchoolCannotAlert({ visit }: { visit: Visit }) {
  const { id, schoolName, schoolCannot } = visit;
  const mayWrite = useMayWrite(visit.regionId);
  const { take, isBusy } = useOfferStep();
  if (!schoolCannot) return null;
  return (
    <Alert severity="warning" sx={{ mt: 1, mb: 2, maxWidth: 720 }}>
      The school says it cannot make this day (by its link, {formatDay(schoolCannot.saidOn)}).{' '}
      {schoolCannot.said} Move the visit, or cancel it and the place is offered to others.
      {mayWrite && (
        <Box sx={{ mt: 1 }}>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            disabled={isBusy}
            onClick={() =>
              void take(
                () => call('POST /api/visits/{id}/can-after-all', { id }),
                `The visit to ${schoolName} stays as it is.`,
              )
            }
          >
            It can after all
          </Button>
        </Box>
      )}
    </Alert>
  );
}
