import { lazy } from 'react';
import type { User } from '@tracker/contract';

export const users = {
  list: lazy(() => import('./UserList')),
  recordRepresentation: (user: User) => user.name,
};
