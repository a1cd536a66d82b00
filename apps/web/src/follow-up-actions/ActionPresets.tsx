import { useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import DoneIcon from '@mui/icons-material/Done';
import { OPEN_ACTION_STATUSES } from '@tracker/domain';
import type { FollowUpAction } from '@tracker/contract';
import { useSignedInUser } from '../providers/use-signed-in-user';

/** What a list of things to do begins with. */
const OPEN = [...OPEN_ACTION_STATUSES];

interface Choice {
  words: string;
  chosen: boolean;
  /** What it does to the filters. */
  sets: Record<string, unknown>;
}

/** Mine or everybody's, and list or board; kept in the address. */
export function ActionPresets() {
  const { filterValues } = useListContext<FollowUpAction>();
  const me = useSignedInUser()?.id;
  const mine = me !== undefined && filterValues.ownerId === me;
  const board = filterValues.view === 'board';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, mb: 1.5 }}>
      <Choices
        label="Owner"
        choices={[
          { words: 'Mine', chosen: mine, sets: { ownerId: me } },
          {
            words: 'Everyone’s',
            chosen: !filterValues.ownerId && !filterValues.unowned,
            sets: { ownerId: undefined, unowned: undefined },
          },
          {
            words: 'Unassigned',
            chosen: filterValues.unowned === true,
            sets: { ownerId: undefined, unowned: true },
          },
        ]}
      />
      <Choices
        label="Show as"
        choices={[
          { words: 'List', chosen: !board, sets: board ? { view: undefined, status: OPEN } : {} },
          // A board is for moving things over it, so every state has its column.
          {
            words: 'Board',
            chosen: board,
            sets: board ? {} : { view: 'board', status: undefined },
          },
        ]}
      />
    </Box>
  );
}

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  const { filterValues, displayedFilters, setFilters } = useListContext<FollowUpAction>();
  const choose = ({ sets }: Choice) => {
    const wanted = { ...filterValues, ...(sets.ownerId ? { unowned: undefined } : {}), ...sets };
    setFilters(wanted, displayedFilters);
  };
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {choices.map((choice) => (
        <Chip
          key={choice.words}
          component="button"
          clickable
          aria-pressed={choice.chosen}
          color={choice.chosen ? 'primary' : 'default'}
          variant={choice.chosen ? 'filled' : 'outlined'}
          icon={choice.chosen ? <DoneIcon /> : undefined}
          label={choice.words}
          onClick={() => choose(choice)}
        />
      ))}
    </Box>
  );
}
