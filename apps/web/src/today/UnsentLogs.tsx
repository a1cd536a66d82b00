import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { HeardDevice } from '@tracker/contract';
import { formatDay, londonDayOf, plural } from '@tracker/domain';
import { instantInWords } from '../fields/texts';
import { Section } from '../layout/Section';
import { call } from '../providers/call';

/** Logs that lie finished on somebody's device; nothing while none was heard of. */
export function UnsentLogs() {
  const { data } = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => call('GET /api/devices', { signal }),
  });
  const finished = (data ?? []).filter((device) => unsent(device) > 0);
  const drafts = (data ?? []).reduce((sum, device) => sum + device.drafts, 0);
  if (finished.length === 0 && drafts === 0) return null;
  const logs = finished.reduce((sum, device) => sum + unsent(device), 0);
  return (
    <Section title="Logs not sent yet">
      {logs > 0 && (
        <Typography>
          {plural(logs, 'log')} on {plural(finished.length, 'device')} not sent yet:
        </Typography>
      )}
      <Box component="ul" sx={{ my: 1, pl: 3 }}>
        {finished.map((device) => (
          <li key={device.id + device.userId}>{inWords(device)}</li>
        ))}
      </Box>
      {drafts > 0 && (
        <Typography variant="body2">{plural(drafts, 'log')} started and not finished.</Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        A device tells us only when it has a signal, so there may be more. Visits not logged yet are
        listed on this page.
      </Typography>
    </Section>
  );
}

const unsent = ({ waiting, attention }: HeardDevice) => waiting + attention;

/** `Callum Reed, Chrome on Android: 2 logs, oldest Tue 3 Dec 2024, as last heard on ...` */
function inWords(device: HeardDevice): string {
  const { userName, label, attention, oldestFinishedAt, heardAt } = device;
  const day = oldestFinishedAt && londonDayOf(oldestFinishedAt);
  const needs = attention > 0 ? ` (${attention} refused; ${userName} needs to look at them)` : '';
  const oldest = day ? `, oldest ${formatDay(day)}` : '';
  return `${userName}, ${label}: ${plural(unsent(device), 'log')}${needs}${oldest}, as last heard on ${instantInWords(heardAt)}`;
}
