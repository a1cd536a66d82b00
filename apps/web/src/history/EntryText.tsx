import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditEntry } from '@tracker/contract';
import { formatDay, londonDayOf } from '@tracker/domain';
import { instantInWords } from '../fields/texts';

const LONG = 60;

/** What happened, in a sentence, with its time; long texts whole when they are opened. */
export function EntryText({ entry }: { entry: AuditEntry }) {
  const added = entry.action === 'created' || entry.action === 'removed';
  const shown = added
    ? entry.changes
    : entry.changes.filter(({ from, to }) => isLong(from) || isLong(to));
  return (
    <>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {withoutItsDay(entry)}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        <time dateTime={entry.at}>{instantInWords(entry.at)}</time>
      </Typography>
      {shown.length > 0 && (
        <Box component="details" sx={{ mt: 0.5 }}>
          <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, fontSize: '0.875rem' }}>
            {added ? 'What was in it' : 'The whole text'}
          </Box>
          <Box component="dl" sx={{ m: 0, fontSize: '0.875rem' }}>
            {shown.map(({ field, label, from, to }) => (
              <Box key={field} sx={{ mb: 0.5 }}>
                <Box component="dt" sx={{ fontWeight: 650 }}>
                  {label}
                </Box>
                <Box component="dd" sx={VALUE}>
                  {added ? (to ?? from) : `Before: ${from ?? 'nothing'}\nAfter: ${to ?? 'nothing'}`}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </>
  );
}

/** The time below it says the day as well. */
function withoutItsDay({ sentence, at }: AuditEntry): string {
  const day = londonDayOf(at);
  const ending = day === null ? '' : `, ${formatDay(day)}`;
  return ending && sentence.endsWith(ending) ? sentence.slice(0, -ending.length) : sentence;
}

const isLong = (text: string | null) =>
  text !== null && (text.length > LONG || text.includes('\n'));

const VALUE = { m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;
