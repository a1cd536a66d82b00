import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { hashPassword, UserEntity, verifyPassword } from '@tracker/server';
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
  ) {}

  /**
   * The id of the active user with this e-mail address and password.
   *
   * @param address the client's
   * @throws 401, the same for an unknown address, a wrong password, a disabled account and one
   *   without a password yet; 429 after several failures, the same for all of them, too
   */
  async check(email: string, password: string, address: string): Promise<string> {
    const id = await this.throttle.attempt(email, address, async () => {
      const user = await this.users.findOne({
        where: { email: email.trim().toLowerCase(), active: true },
        select: { id: true, passwordHash: true },
      });
      const right = await verifyPassword(user?.passwordHash ?? (await this.decoy), password);
      return user?.passwordHash && right ? user.id : null;
    });
    if (id === null) {
      throw new ProblemException(401, 'The e-mail address or the password is not right.');
    }
    return id;
  }
}
