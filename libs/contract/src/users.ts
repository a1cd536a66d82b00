import type { Role } from './auth';
import type { RecordBase } from './common';

/** Somebody who signs in. */
export interface User extends RecordBase {
  name: string;
  email: string;
  role: Role;
  regionIds: string[];
  active: boolean;
}
