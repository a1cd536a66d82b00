import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ENV } from '@tracker/work';
import {
  hashPassword,
  mayBeUsed,
  opensAnything,
  recordEvent,
  UserEntity,
  verifyPassword,
} from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import type { Repository } from 'typeorm';
import { ProblemException } from '../http/problem';
import { SignInThrottle } from '../throttle/sign-in-throttle';

@Injectable()
export class AuthService {
  /** Compared with when there is no such account, so that the answer takes as long. */
  private readonly decoy = hashPassword('no account has this password');

  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly throttle: SignInThrottle,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  /**
   * The id of the active user with this email address and password. Either way it is written down;
   * the address of an account that is not there is not, because people type their password into it.
   *
   * @param request `ip` is the client's address, `id` the reference of the request
   * @throws 401, the same for an unknown address, a wrong password, a disabled account, one of the
   *   demo hub in production and one without a password yet; 429 after several failures, the same for all of them, too
   */
  async check(
    email: string,
    password: string,
    { ip, id: source }: { ip: string; id: string },
  ): Promise<string> {
    const id = await this.throttle.attempt(email, ip, async () => {
      const user = await this.users.findOne({
        where: { email: email.trim().toLowerCase(), active: true },
        select: { id: true, email: true, passwordHash: true },
      });
      const matches = await verifyPassword(user?.passwordHash ?? (await this.decoy), password);
      const right =
        matches &&
        Boolean(user?.passwordHash && mayBeUsed(user, this.env)) &&
        opensAnything(password, this.env);
      await recordEvent(this.users.manager, {
        action: right ? 'signed_in' : 'sign_in_failed',
        entity: 'sessions',
        userId: user?.id ?? null,
        source,
      });
      return user && right ? user.id : null;
    });
    if (id === null) {
      throw new ProblemException(401, 'Incorrect email or password.');
    }
    return id;
  }
}
