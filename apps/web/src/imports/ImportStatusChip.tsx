import type { Import } from '@tracker/contract';
import type { ToneName } from '../layout/palette';
import { ToneChip } from '../fields/ToneChip';
import { IMPORT_STATUS_WORDS } from '../fields/words';

const TONES: Record<Import['status'], ToneName> = {
  queued: 'quiet',
  running: 'booked',
  done: 'fine',
  failed: 'urgent',
  undoing: 'booked',
  undone: 'quiet',
};

export function ImportStatusChip({ record }: { record: Import }) {
  const checked = record.dryRun && record.status === 'done';
  return (
    <ToneChip
      tone={checked ? 'soon' : TONES[record.status]}
      label={checked ? 'Checked only' : IMPORT_STATUS_WORDS[record.status]}
    />
  );
}
