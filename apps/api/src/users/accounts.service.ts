import { Injectable } from '@nestjs/common';
import type { AccountLink, Role, SignedInUser, User, UserWithLink } from '@tracker/contract';
import { sql, statement, UserEntity, UserRegionEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { AccountLinks } from '../auth/account-links.service';
import { SessionService } from '../auth/session.service';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { lockAdmins, requireAnotherAdmin } from './last-admin';
import type { NewUserDto, UserChangeDto } from './users.dto';
import { UsersService } from './users.service';

const KNOWN_REGIONS = statement(
  'users.known-regions',
  (ids: readonly string[]) =>
    sql<{ id: string }>`SELECT id FROM regions WHERE id = ANY (${ids}::uuid[])`,
);

/** What administrators do with accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly users: UsersService,
    private readonly transactions: Transactions,
    private readonly links: AccountLinks,
    private readonly sessions: SessionService,
  ) {}

  /** Adds somebody who may sign in as soon as they have chosen a password from the link. */
  invite(admin: SignedInUser, { regionIds = [], ...input }: NewUserDto): Promise<UserWithLink> {
    const email = input.email.trim().toLowerCase();
    return this.withLink(async (manager) => {
      if (await manager.existsBy(UserEntity, { email })) {
        throw unacceptableField('email', 'There is a user with this email address already.');
      }
      const user = { name: input.name.trim(), email, role: input.role, passwordHash: null };
      const { id } = await manager.save(UserEntity, manager.create(UserEntity, user));
      await this.setRegions(manager, id, input.role, regionIds);
      const link = await this.links.make(manager, 'invitation', id);
      return { user: await this.users.get(admin, id, manager), link };
    });
  }

  /** A new link for somebody who has lost theirs or forgotten the password; that still works. */
  resetLink(admin: SignedInUser, id: string): Promise<UserWithLink> {
    return this.withLink(async (manager) => {
      await lockForChange(manager, UserEntity, id, { what: 'the user' });
      const user = await this.users.get(admin, id, manager);
      if (!user.active) {
        throw conflict(`The account of ${user.name} is disabled. Enable it first.`);
      }
      const purpose = user.invited ? 'invitation' : 'reset';
      return { user, link: await this.links.make(manager, purpose, id) };
    });
  }

  /** What is changed holds from the user's next request on. */
  change(
    admin: SignedInUser,
    id: string,
    { version, regionIds, ...input }: UserChangeDto,
  ): Promise<User> {
    return this.transactions.write(async (manager) => {
      const admins = await lockAdmins(manager);
      const present = () => this.users.get(admin, id, manager);
      const user = await lockForChange(manager, UserEntity, id, {
        what: 'the user',
        version,
        present,
      });
      if (input.name !== undefined) user.name = input.name.trim();
      if (input.role !== undefined) user.role = input.role;
      if (input.active !== undefined) user.active = input.active;
      requireAnotherAdmin(admins, user);
      // The regions are part of the record, so any change of them is a new version too.
      await manager.save(UserEntity, Object.assign(user, { updatedAt: new Date() }));
      if (regionIds) await this.setRegions(manager, id, user.role, regionIds);
      else if (user.role !== 'regional') await manager.delete(UserRegionEntity, { userId: id });
      if (!user.active) {
        await this.sessions.revokeAll(manager, id, 'disabled');
        await this.links.void(manager, id);
      }
      return this.users.get(admin, id, manager);
    });
  }

  /** The link is added after the answer was remembered for repeats: it is kept nowhere. */
  private async withLink(
    work: (manager: EntityManager) => Promise<{ user: User; link: AccountLink }>,
  ): Promise<UserWithLink> {
    let made: AccountLink | null = null;
    const answer = await this.transactions.write(async (manager) => {
      const { user, link } = await work(manager);
      made = link;
      return { ...user, link: null };
    });
    return { ...answer, link: made };
  }

  private async setRegions(
    manager: EntityManager,
    userId: string,
    role: Role,
    regionIds: string[],
  ): Promise<void> {
    if (role !== 'regional' && regionIds.length > 0) {
      throw unacceptableField('regionIds', 'Only members of a regional team have regions.');
    }
    const known = await KNOWN_REGIONS.rows(manager, regionIds);
    if (known.length < regionIds.length) {
      throw unacceptableField('regionIds', 'One of the regions is not on record.');
    }
    await manager.delete(UserRegionEntity, { userId });
    await manager.insert(
      UserRegionEntity,
      regionIds.map((regionId) => ({ userId, regionId })),
    );
  }
}
