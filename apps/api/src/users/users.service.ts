import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ROLES, type User } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';

export const USER_LIST: ListSpec = {
  filters: { id: 'uuids', q: 'text', role: ROLES, active: 'boolean', regionId: 'uuid' },
  sorts: { id: 'u.id', name: 'u.name COLLATE "und-x-icu"', email: 'u.email', role: 'u.role' },
  defaultOrder: 'u.name COLLATE "und-x-icu"',
  tieBreak: 'u.id',
};

const SELECT = `
  SELECT u.id, u.version, u.created_at AS "createdAt", u.updated_at AS "updatedAt",
    u.name, u.email, u.role, u.active,
    ARRAY(SELECT region_id FROM user_regions r WHERE r.user_id = u.id ORDER BY 1) AS "regionIds"
  FROM users u`;

@Injectable()
export class UsersService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  list(query: ListQuery): Promise<Page<User>> {
    const { id, q, role, active, regionId } = query.filter;
    const conditions = new SqlConditions();
    if (id) conditions.add('u.id = ANY (?::uuid[])', id);
    if (q) conditions.add('strpos(lower(u.name), lower(?)) > 0', q);
    if (role) conditions.add('u.role = ANY (?::text[])', role);
    if (active !== undefined) conditions.add('u.active = ?', active);
    if (regionId) {
      conditions.add(
        'EXISTS (SELECT FROM user_regions r WHERE r.user_id = u.id AND r.region_id = ?)',
        regionId,
      );
    }
    return pageOf<User>(this.dataSource, SELECT, conditions, query);
  }

  /** @throws 404 */
  async get(id: string): Promise<User> {
    const [user]: User[] = await this.dataSource.query(`${SELECT} WHERE u.id = $1`, [id]);
    if (!user) throw notFound('the user');
    return user;
  }
}
