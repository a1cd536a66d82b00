import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { reachOf, type SignedInUser, type User, USER_LIST } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import {
  addFilters,
  type FilterConditions,
  is,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { notFound } from '../http/problem';
import { containing, SqlConditions } from '../http/sql-conditions';

const ORDER = 'u.name COLLATE "und-x-icu"';

export const USER_SPEC: ListSpec<typeof USER_LIST> = {
  filters: USER_LIST.filters,
  sorts: { id: 'u.id', name: ORDER, email: 'u.email', role: 'u.role' },
  defaultOrder: ORDER,
  tieBreak: 'u.id',
};

/** The list in as many orders as somebody may ask for. */
interface UserList {
  filters: typeof USER_LIST.filters;
  sorts: readonly string[];
}

/** An order by something that is not shown would tell of it. */
const WITHOUT_ADDRESSES: ListSpec<UserList> = {
  ...USER_SPEC,
  sorts: { id: 'u.id', name: ORDER, role: 'u.role' },
};

const CONDITIONS: FilterConditions<typeof USER_LIST, { reader: SignedInUser }> = {
  id: isOneOfIds('u.id'),
  q: (q, { reader }) =>
    containing(seesAddresses(reader) ? `u.name || ' ' || u.email` : 'u.name', q),
  role: isOneOf('u.role'),
  active: is('u.active'),
  regionId: (id) =>
    sql`EXISTS (SELECT FROM user_regions r WHERE r.user_id = u.id AND r.region_id = ${id})`,
};

const SELECT = sql<User>`
  SELECT u.id, u.version, u.created_at AS "createdAt", u.updated_at AS "updatedAt", u.name, u.email,
    u.role, u.active, u.password_hash IS NULL AS invited,
    ARRAY(SELECT r.region_id FROM user_regions r WHERE r.user_id = u.id ORDER BY 1) AS "regionIds"
  FROM users u`;

const READ = statement('users.read', (id: string) => sql<User>`${SELECT} WHERE u.id = ${id}`);

const seesAddresses = (reader: SignedInUser) => reachOf(reader, 'staffAddresses') !== 'none';

/** The list as somebody may ask for it. */
export const userListFor = (reader: SignedInUser): ListSpec<UserList> =>
  seesAddresses(reader) ? USER_SPEC : WITHOUT_ADDRESSES;

@Injectable()
export class UsersService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  list(reader: SignedInUser, query: ListQuery<UserList>): Promise<Page<User>> {
    return pageOfList(this.dataSource, this.listed(reader, query), query);
  }

  /** What the list reads. */
  listed(reader: SignedInUser, query: ListQuery<UserList>): ListStatement<User> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter, { reader });
    const rows = (stored: User[]) => stored.map((user) => shownTo(reader, user));
    return { select: SELECT, conditions, order: query.order, rows };
  }

  /** @throws 404 */
  async get(reader: SignedInUser, id: string, manager?: EntityManager): Promise<User> {
    const user = await READ.row(manager ?? this.dataSource, id);
    if (!user) throw notFound('the user');
    return shownTo(reader, user);
  }
}

/** Who does not look after the hub needs names to choose from, and no addresses but their own. */
function shownTo(reader: SignedInUser, user: User): User {
  return seesAddresses(reader) || reader.id === user.id ? user : { ...user, email: null };
}
