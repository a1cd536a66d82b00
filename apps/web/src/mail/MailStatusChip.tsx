import type { MailStatus } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { MAIL_STATUS_TONES, MAIL_STATUS_WORDS } from './mail-words';

export function MailStatusChip({ status }: { status: MailStatus }) {
  return <ToneChip tone={MAIL_STATUS_TONES[status]} label={MAIL_STATUS_WORDS[status]} />;
}
