import { ROLE_WORDS, type User } from '@tracker/contract';
import { listExport } from '../exports/exported-list';

/** An address that its reader may not see is not in the row to begin with. */
export const USER_EXPORT = listExport<User, 'users'>({
  list: 'users',
  title: 'Users',
  columns: {
    name: ['Name', 'text', (row) => row.name],
    email: ['Email', 'text', (row) => row.email],
    role: ['Role', 'text', (row) => ROLE_WORDS[row.role]],
    regionIds: [
      'Regions',
      'text',
      (row, regionName) => row.regionIds.map((id) => regionName(id)).join(', '),
    ],
    active: ['May sign in', 'text', (row) => (row.active ? 'yes' : 'no')],
  },
});
