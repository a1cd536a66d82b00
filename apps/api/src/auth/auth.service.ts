import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { hashPassword, recordEvent, UserEntity, verifyPassword } from '@tracker/server';
import type { Repository } from 'typeorm';
import { ProblemException } from '../http/problem';

@Injectable()
export class AuthService {
  /** Compared with when there is no such account, so that the answer takes as long. */
  private readonly decoy = hashPassword('no account has this password');

  constructor(@InjectRepository(UserEntity) private readonly users: Repository<UserEntity>) {}

  /**
   * The id of the active user with this address and password. Either way it is written down; the
   * address of an account that is not there is not, because people type their password into it.
   *
   * @param reference of the request
   * @throws 401, the same for an unknown address, a wrong password and a disabled account
   */
  async check(email: string, password: string, reference: string): Promise<string> {
    const user = await this.users.findOne({
      where: { email: email.trim().toLowerCase(), active: true },
      select: { id: true, passwordHash: true },
    });
    const right = await verifyPassword(user?.passwordHash ?? (await this.decoy), password);
    await recordEvent(this.users.manager, {
      action: user && right ? 'signed_in' : 'sign_in_failed',
      entity: 'sessions',
      userId: user?.id ?? null,
      source: reference,
    });
    if (!user || !right) {
      throw new ProblemException(401, 'The e-mail address or the password is not right.');
    }
    return user.id;
  }
}
