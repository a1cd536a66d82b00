import { Injectable } from '@nestjs/common';
import type { SurveyHub } from '@tracker/contract';
import {
  AnswerLinkEntity,
  getHubSettings,
  sql,
  statement,
  tokenHash,
  UserEntity,
} from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { RateLimit } from '../throttle/rate-limit';
import { SignInThrottle } from '../throttle/sign-in-throttle';

const WRONG =
  'This link does not work. Check that you have copied the whole link. Ask the music hub for a new one.';

const SCHOOL_OF_LINK = statement(
  'day-offers.school-of-link',
  (id: string) => sql<{ name: string; status: string }>`
  SELECT name, status FROM schools WHERE id = ${id}`,
);

/** Lets in whoever has a link of a mail. */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly rate: RateLimit,
  ) {}

  /**
   * What a link is about. Who guesses at links waits longer each time; who has one does not.
   *
   * @throws 422 there is no such link; 429 after many guesses, or with one link too often in a minute
   */
  async enter(
    manager: EntityManager,
    token: string,
    address: string,
    about: 'dayOfferId' | 'visitId',
  ): Promise<{ id: string; contactId: string | null }> {
    const find = async () => {
      const link = await manager.findOneBy(AnswerLinkEntity, { tokenHash: tokenHash(token) });
      const id = link?.[about];
      return link && id ? { id, contactId: link.contactId } : null;
    };
    const found = await this.throttle.attemptFrom(address, find, 'survey');
    if (!found) throw unacceptableField('token', WRONG);
    await this.rate.perLink(found.id);
    return found;
  }
}

/** A school as its link shows it. */
export async function schoolOfLink(manager: EntityManager, schoolId: string) {
  const { name, status } = await SCHOOL_OF_LINK.one(manager, schoolId);
  return { name, isClosed: status === 'closed' };
}

/** The hub's own address, else whoever wrote to the school, as long as they work here. */
export async function hubOf(manager: EntityManager, userId: string | null): Promise<SurveyHub> {
  const { hubName: name, contactEmail, privacyUrl } = await getHubSettings(manager);
  const user =
    contactEmail === null && userId !== null
      ? await manager.findOneBy(UserEntity, { id: userId, active: true })
      : null;
  return {
    ...{ name, privacyUrl, contactName: user?.name ?? null },
    contactEmail: contactEmail ?? user?.email ?? null,
  };
}
