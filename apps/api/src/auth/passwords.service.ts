import { Inject, Injectable } from '@nestjs/common';
import type { SignedInUser } from '@tracker/contract';
import { ENV } from '@tracker/work';
import {
  hashPassword,
  mayBeUsed,
  passwordProblem,
  UserEntity,
  verifyPassword,
} from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { actInRequestAs, Transactions } from '../http/transactions';
import { SignInThrottle } from '../throttle/sign-in-throttle';
import { AccountLinks } from './account-links.service';
import { SessionService } from './session.service';

/** @param way how to get another link */
export const linkIsVoid = (way = 'The sign-in page says how to get a new one.') =>
  unacceptableField('token', `This link has been used or has expired. ${way}`);

/** Of what links a password is chosen. */
const FROM_LINK = ['invitation', 'reset', 'emailed_reset'] as const;

/**
 * The hash of a password somebody chooses.
 *
 * @param field the input it came in
 * @throws 422 saying what is wrong with it
 */
export async function hashOfNew(
  field: string,
  password: string,
  whose: { name: string; email: string },
): Promise<string> {
  const problem = passwordProblem(password, whose);
  if (problem) throw unacceptableField(field, problem);
  return hashPassword(password);
}

/** Choosing a password, from a link or in place of the one before. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: AccountLinks,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottle,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  /**
   * Sets the password of the user a link was made for, and ends all of their sessions.
   *
   * @throws 422 the link is void, or the password not good enough (the link can then be used again)
   */
  async setFromLink(token: string, password: string, address: string): Promise<void> {
    const email = await this.throttle.attemptFrom(address, () =>
      this.transactions.write(async (manager) => {
        const link = await this.links.use(manager, token, FROM_LINK);
        const user =
          link?.userId && (await manager.findOneBy(UserEntity, { id: link.userId, active: true }));
        if (!user || !mayBeUsed(user, this.env)) return null;
        await actInRequestAs(manager, user.id);
        await this.set(manager, user, await hashOfNew('password', password, user), null);
        return user.email;
      }),
    );
    if (email === null) throw linkIsVoid();
    await this.throttle.forgive(email);
  }

  /**
   * Changes one's own password and ends one's other sessions.
   *
   * @throws 422 the current one is not right, or the next not good enough; 429
   */
  async change(
    { user, sessionId }: { user: SignedInUser; sessionId: string },
    { current, next }: { current: string; next: string },
    address: string,
  ): Promise<void> {
    const right = await this.throttle.attempt(user.email, address, () =>
      this.transactions.write(async (manager) => {
        const { passwordHash } = await manager.findOneOrFail(UserEntity, {
          where: { id: user.id },
          select: { id: true, passwordHash: true },
        });
        return (await verifyPassword(passwordHash ?? '', current)) || null;
      }),
    );
    if (!right) throw unacceptableField('current', 'This is not your current password.');
    const hash = await hashOfNew('next', next, user);
    await this.transactions.write((manager) => this.set(manager, user, hash, sessionId));
  }

  private async set(
    manager: EntityManager,
    user: { id: string },
    passwordHash: string,
    keepSession: string | null,
  ): Promise<void> {
    await manager.update(UserEntity, { id: user.id }, { passwordHash });
    await this.links.void(manager, user.id);
    await this.sessions.revokeAll(manager, user.id, 'password', keepSession);
  }
}
