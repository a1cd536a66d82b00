import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AccountLink, FirstAdmin } from '@tracker/contract';
import { takeLock, UserEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { Transactions } from '../http/transactions';
import { SignInThrottle } from '../throttle/sign-in-throttle';
import { AccountLinks } from './account-links.service';
import { hashOfNew, linkIsVoid } from './passwords.service';

/** The way into a tracker that has no user yet. */
@Injectable()
export class FirstAdminService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly links: AccountLinks,
    private readonly throttle: SignInThrottle,
  ) {}

  /** A link that makes the first administrator; null when there is a user on record. */
  offer(): Promise<AccountLink | null> {
    return this.dataSource.transaction(async (manager) => {
      if (await this.hasUsers(manager)) return null;
      return this.links.make(manager, 'first_admin', null);
    });
  }

  /** @throws 422 the link is void or there is a user already, or the password is not good enough */
  async accept({ token, password, ...who }: FirstAdmin, address: string): Promise<void> {
    const name = who.name.trim();
    const email = who.email.trim().toLowerCase();
    const made = await this.throttle.attemptFrom(address, () =>
      this.transactions.write(async (manager) => {
        const link = await this.links.use(manager, token, ['first_admin']);
        if (!link || (await this.hasUsers(manager))) return null;
        const passwordHash = await hashOfNew('password', password, { name, email });
        await manager.insert(UserEntity, { name, email, role: 'admin', passwordHash });
        return true;
      }),
    );
    if (!made) throw linkIsVoid('The next start of the tracker prints a new one.');
  }

  /** Asked by one at a time, so that there cannot be two first ones. */
  private async hasUsers(manager: EntityManager): Promise<boolean> {
    // Once there is a user there always is one, and nobody need wait.
    if (await manager.exists(UserEntity)) return true;
    await takeLock(manager, 'firstAdmin');
    return manager.exists(UserEntity);
  }
}
