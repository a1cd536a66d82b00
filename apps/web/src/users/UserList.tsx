import { useState } from 'react';
import { FilterSearch, FilterSelect } from '../fields/filter-inputs';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  type AskedFilterOf,
  ROLES,
  type User,
  type USER_LIST,
  type UserWithLink,
} from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { ExportButton } from '../fields/ExportButton';
import { type FilterWords, IN_AN_INPUT, NOT_IN_ADDRESSES } from '../fields/FilterChips';
import { RegionInput } from '../fields/inputs';
import { ListFrame } from '../fields/ListFrame';
import { roleInWords } from '../fields/words';
import { ChangeUserDialog } from './ChangeUserDialog';
import { InviteDialog } from './InviteDialog';
import { LinkDialog } from './LinkDialog';
import { MakeLinkDialog } from './MakeLinkDialog';
import { UserRow } from './UserRow';

type Opened =
  | { kind: 'invite' }
  | { kind: 'change' | 'makeLink'; user: User }
  | { kind: 'link'; user: UserWithLink };

const FILTERS = [
  <FilterSearch key="q" source="q" label="Name or email address" alwaysOn />,
  <FilterSelect
    key="role"
    source="role"
    all="All roles"
    label="Role"
    choices={ROLES.map((id) => ({ id, name: roleInWords(id) }))}
    alwaysOn
  />,
  <RegionInput key="region" source="regionId" label="Region" alwaysInOne />,
  <FilterSelect
    key="active"
    source="active"
    all="Everybody"
    label="May sign in"
    choices={[
      { id: 'true', name: 'Yes' },
      { id: 'false', name: 'No, disabled' },
    ]}
  />,
];

const FILTER_WORDS: FilterWords<AskedFilterOf<typeof USER_LIST>> = {
  id: NOT_IN_ADDRESSES,
  q: IN_AN_INPUT,
  role: IN_AN_INPUT,
  regionId: IN_AN_INPUT,
  active: IN_AN_INPUT,
};

/** Who may sign in, and as what. For administrators. */
export default function UserList() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  return (
    <Box sx={{ maxWidth: 900 }}>
      <ListFrame<User>
        resource="users"
        counted={{ one: 'user' }}
        title="Users"
        sort={{ field: 'name', order: 'ASC' }}
        filters={{ inputs: FILTERS, words: FILTER_WORDS }}
        actions={<ExportButton list="users" one="user" />}
        primary={
          <Button variant="contained" onClick={() => setOpened({ kind: 'invite' })}>
            Invite somebody
          </Button>
        }
        summary={
          <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
            Who may sign in, and what they may do. Accounts are disabled, not removed: what people
            wrote stays theirs.
          </Typography>
        }
      >
        <CardList<User>
          none="Nobody matches these filters."
          card={(user) => (
            <UserRow
              user={user}
              onChange={() => setOpened({ kind: 'change', user })}
              onMakeLink={() => setOpened({ kind: 'makeLink', user })}
            />
          )}
        />
      </ListFrame>
      {opened?.kind === 'invite' && (
        <InviteDialog onClose={close} onInvited={(user) => setOpened({ kind: 'link', user })} />
      )}
      {opened?.kind === 'change' && <ChangeUserDialog user={opened.user} onClose={close} />}
      {opened?.kind === 'makeLink' && (
        <MakeLinkDialog
          user={opened.user}
          onClose={close}
          onMade={(user) => setOpened({ kind: 'link', user })}
        />
      )}
      {opened?.kind === 'link' && <LinkDialog user={opened.user} onClose={close} />}
    </Box>
  );
}
