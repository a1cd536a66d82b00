import { useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { AskedFilterOf, KNOWN_NAME_LIST, KnownName } from '@tracker/contract';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { CardList } from '../fields/CardList';
import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import { ListFrame } from '../fields/ListFrame';
import { instantInWords } from '../fields/texts';
import { choicesOf } from '../fields/words';
import { ForTheHub } from '../layout/ForTheHub';
import { call } from '../providers/call';
import { sentenceOf } from '../providers/problems';

const KIND_WORDS: Record<KnownName['kind'], string> = { school: 'Schools', visitor: 'Colleagues' };

const FILTERS = [
  <FilterSearch key="q" source="q" label="Search names" alwaysOn />,
  <FilterSelect
    key="kind"
    source="kind"
    all="Schools and colleagues"
    label="What it names"
    choices={choicesOf(KIND_WORDS)}
    alwaysOn
  />,
];

const FILTER_WORDS: FilterWords<AskedFilterOf<typeof KNOWN_NAME_LIST>> = {
  id: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  kind: IN_AN_INPUT,
};

const SUMMARY = (
  <Typography sx={{ mt: 0.5 }}>
    What your files call a school or a colleague, as somebody said once on the page of an import.
    The next file is read by it.
  </Typography>
);

/** Which of our own names does the tracker know, and are they right? */
export default function KnownNameList() {
  return (
    <ForTheHub>
      <Box sx={{ maxWidth: 960 }}>
        <ListFrame<KnownName>
          resource="known-names"
          counted={{ one: 'name' }}
          title="Remembered names"
          summary={SUMMARY}
          filters={{ inputs: FILTERS, words: FILTER_WORDS }}
          sort={{ field: 'name', order: 'ASC' }}
        >
          <CardList<KnownName>
            none="No name is remembered."
            card={(known) => <Card known={known} />}
          />
        </ListFrame>
      </Box>
    </ForTheHub>
  );
}

function Card({ known }: { known: KnownName }) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { id, name, schoolId, schoolName, schoolUrn, userName, rememberedByName } = known;
  const forget = async () => {
    try {
      await call('DELETE /api/known-names/{id}', { id });
      notify(`“${name}” is forgotten. What was imported by it stays.`, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    refresh();
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 16rem', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>
          <strong>“{name}”</strong> is{' '}
          {schoolId ? (
            <Link component={RouterLink} to={`/schools/${schoolId}/show`}>
              {schoolName} ({schoolUrn})
            </Link>
          ) : (
            userName
          )}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Remembered {instantInWords(known.updatedAt)}
          {rememberedByName && ` by ${rememberedByName}`}
        </Typography>
      </Box>
      <Button
        variant="outlined"
        size="small"
        aria-label={`Forget ${name}`}
        onClick={() => void forget()}
      >
        Forget
      </Button>
    </Box>
  );
}
