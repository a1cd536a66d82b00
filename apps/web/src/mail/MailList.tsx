import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { AskedFilterOf, Mail, MAIL_LIST } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { CardList } from '../fields/CardList';
import { ListFrame } from '../fields/ListFrame';
import { instantInWords } from '../fields/texts';
import { choicesOf } from '../fields/words';
import { ForTheHub } from '../layout/ForTheHub';
import { DeliveryNote } from './DeliveryNote';
import { MAIL_KIND_WORDS, MAIL_STATUS_WORDS, recipientInWords } from './mail-words';
import { MailCommands } from './MailCommands';
import { MailStatusChip } from './MailStatusChip';

const LOOK_AGAIN_MS = 5_000;

const FILTERS = [
  <FilterSearch key="q" source="q" label="Search subject or recipient" alwaysOn />,
  <FilterSelect
    key="status"
    source="status"
    all="All statuses"
    label="Status"
    choices={choicesOf(MAIL_STATUS_WORDS)}
    alwaysOn
  />,
  <FilterSelect
    key="kind"
    source="kind"
    all="All kinds"
    label="Kind"
    choices={choicesOf(MAIL_KIND_WORDS)}
    alwaysOn
  />,
];

const FILTER_WORDS: FilterWords<AskedFilterOf<typeof MAIL_LIST>> = {
  id: NOT_IN_ADDRESSES,
  schoolId: NOT_IN_ADDRESSES,
  withPredecessors: NOT_IN_ADDRESSES,
  visitId: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  status: IN_AN_INPUT,
  kind: IN_AN_INPUT,
};

/** What was sent, what waits, and what needs a person? */
export default function MailList() {
  return (
    <ForTheHub>
      <Box sx={{ maxWidth: 1100 }}>
        <ListFrame<Mail>
          resource="mails"
          counted={{ one: 'email' }}
          title="Outbox"
          filters={{ inputs: FILTERS, words: FILTER_WORDS }}
          sort={{ field: 'createdAt', order: 'DESC' }}
          summary={<DeliveryNote />}
          queryOptions={{
            refetchInterval: ({ state }) =>
              state.data?.data.some(({ status }) => status === 'sending') ? LOOK_AGAIN_MS : false,
          }}
        >
          <CardList<Mail>
            none="There are no emails here."
            card={(mail) => <MailCard mail={mail} />}
          />
        </ListFrame>
      </Box>
    </ForTheHub>
  );
}

function MailCard({ mail }: { mail: Mail }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0, flex: '1 1 20rem' }}>
        <Link
          component={RouterLink}
          to={`/mails/${mail.id}/show`}
          sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}
        >
          {mail.subject}
        </Link>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {recipientInWords(mail)} · {MAIL_KIND_WORDS[mail.kind]} · {instantInWords(mail.createdAt)}
        </Typography>
        {mail.lastError && (
          <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
            {mail.lastError}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MailStatusChip status={mail.status} />
        <MailCommands mail={mail} />
      </Box>
    </Box>
  );
}
