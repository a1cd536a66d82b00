import Alert from '@mui/material/Alert';
import { formatDay, londonDayOf } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { VISIT_STATUS_WORDS } from '../fields/words';

/** Says of a void visit since when, why and by whom. */
export function VoidAlert({ visit }: { visit: Visit }) {
  const { status, voidedFrom, voidedAt, voidedByName, voidReason } = visit;
  if (status !== 'void') return null;
  const day = voidedAt === null ? null : londonDayOf(voidedAt);
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {`Void${day ? ` since ${formatDay(day)}` : ''}${voidedByName ? `, by ${voidedByName}` : ''}: ${voidReason ?? ''}`}
      <br />
      {`It counts nowhere. It was ${voidedFrom ? VISIT_STATUS_WORDS[voidedFrom].toLowerCase() : 'on record'} before.`}
    </Alert>
  );
}
