import { lazy } from 'react';
import UsersIcon from '@mui/icons-material/GroupOutlined';
import type { User } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const users = defineResource('users', {
  list: lazy(() => import('./UserList')),
  recordRepresentation: (user: User) => user.name,
  place: { words: 'Users', Icon: UsersIcon, asks: 'users' },
  writable: { name: true, role: true, regionIds: true, active: true },
});
