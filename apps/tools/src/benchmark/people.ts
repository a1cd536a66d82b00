import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@tracker/contract';
import {
  newToken,
  RegionEntity,
  SessionEntity,
  tokenHash,
  UserEntity,
  UserRegionEntity,
} from '@tracker/data';
import type { DataSource } from 'typeorm';

export interface Person {
  role: Role;
  /** The session, as a browser sends it. */
  cookie: string;
  requests: number;
}

/** After so many requests another one takes over: well below what one user may ask in a minute. */
const REQUESTS_EACH = 500;

/** Somebody of each role who is signed in, whatever the requests did to the one before. */
export class People {
  private readonly present = new Map<Role, Person>();

  constructor(private readonly dataSource: DataSource) {}

  async of(role: Role): Promise<Person> {
    const found = this.present.get(role);
    const person = found && found.requests < REQUESTS_EACH ? found : await this.signIn(role);
    person.requests += 1;
    this.present.set(role, person);
    return person;
  }

  /** So many people of one role, each with an account and a session. */
  async several(role: Role, count: number): Promise<Person[]> {
    const people: Person[] = [];
    while (people.length < count) people.push(await this.signIn(role));
    return people;
  }

  /** Has signed out, was disabled or has no longer the role: another one takes over. */
  dismiss({ role, cookie }: Person): void {
    if (this.present.get(role)?.cookie === cookie) this.present.delete(role);
  }

  /** A new account with a session, in the first region if the role has any. */
  private async signIn(role: Role): Promise<Person> {
    const { manager } = this.dataSource;
    const email = `${role}-${randomUUID()}@fuzz.example`;
    const account = { name: `Fuzz ${role}`, role, email, passwordHash: 'none' };
    const user = await manager.save(UserEntity, manager.create(UserEntity, account));
    const [region] = await manager.find(RegionEntity, { order: { name: 'ASC' }, take: 1 });
    if (region && role === 'regional') {
      await manager.insert(UserRegionEntity, { userId: user.id, regionId: region.id });
    }
    const token = newToken();
    await manager.insert(SessionEntity, {
      userId: user.id,
      tokenHash: tokenHash(token),
      expiresAt: new Date(Date.now() + 3_600_000),
      userAgent: null,
    });
    return { role, cookie: `tracker_session=${token}`, requests: 0 };
  }
}

/** Every role, and nobody. */
export const CALLERS: readonly (Role | null)[] = [...ROLES, null];
