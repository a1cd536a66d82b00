import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PlanDocument, SignedInUser } from '@tracker/contract';
import { isOnOwnWebsite } from '@tracker/domain';
import { getHubSettings, PlanDocumentEntity, SchoolEntity, takeLock } from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import { Clock, ENV, forgetFile, JobQueue, shownFileName, storePlanFile } from '@tracker/work';
import type { FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../../auth/access';
import { notFound, ProblemException, unacceptableField } from '../../http/problem';
import { idempotentRequest, Transactions } from '../../http/transactions';
import { READ_DOCUMENT, SAME_CONTENT } from './document.queries';
import { shareQuestion } from './document-reading';
import { receivePlan, type SentPlan, sentPlan } from './sent-plan';

/** Takes schools' plans as files or pasted text, for the worker to read (rule 21). */
@Injectable()
export class PlanCaptureService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<PlanDocument> {
    const document = await READ_DOCUMENT.row(manager, id);
    if (!document) throw notFound('the document');
    return document;
  }

  /**
   * @throws 404 no such school; 403 not theirs to change; 413 over 10 MB; 422 naming the field; 409
   *   with the document of the same content in `current`: of the same school, or of another, which
   *   names the field `shared` in `errors`
   */
  async capture(request: FastifyRequest, user: SignedInUser): Promise<PlanDocument> {
    const parts = await receivePlan(request, this.env.dataDir);
    let captured: PlanDocument;
    try {
      // By its content: two files may have one length.
      const said = [parts.file?.fileName, parts.file?.sha256, [...parts.fields].sort()];
      await idempotentRequest.getStore()?.received(JSON.stringify(said));
      const sent = sentPlan(parts);
      captured = await this.transactions.write((manager) => this.keep(manager, user, sent));
    } finally {
      if (parts.file) await forgetFile(parts.file.path);
    }
    await this.jobs.nudge('read-plans', {});
    return captured;
  }

  private async keep(
    manager: EntityManager,
    user: SignedInUser,
    { content, fileName, shared, ...sent }: SentPlan,
  ): Promise<PlanDocument> {
    await requireWriteAtSchool(manager, user, sent.schoolId);
    const { schoolId, sha256 } = sent;
    if (sha256 === null) await requireFetchable(manager, sent);
    else {
      // The same bytes at the same time wait here for each other.
      await takeLock(manager, 'planCapture', sha256);
      await this.refuseSame(manager, { schoolId, sha256 }, shared);
    }
    const row = manager.create(PlanDocumentEntity, {
      ...{ ...sent, shared },
      fileName: fileName === null ? null : shownFileName(fileName),
      fileId: content && (await storePlanFile(manager, content())),
      capturedOn: this.clock.today(),
      capturedById: user.id,
    });
    const { id } = await manager.save(row);
    return this.get(id, manager);
  }

  private async refuseSame(
    manager: EntityManager,
    { schoolId, sha256 }: { schoolId: string; sha256: string },
    shared: boolean,
  ): Promise<void> {
    const same = await SAME_CONTENT.row(manager, schoolId, sha256);
    if (!same) return;
    const isOwn = same.schoolId === schoolId;
    if (!isOwn && shared) return;
    const message = isOwn
      ? 'This document is captured already.'
      : (shareQuestion([{ ...same, unsaid: true }]) ?? '');
    const current = await this.get(same.id, manager);
    const errors = isOwn ? undefined : [{ field: 'shared', message }];
    throw new ProblemException(409, message, { current, errors });
  }
}

/** @throws 422 when the hub has not switched fetching on, or the address is not on the school's own website */
async function requireFetchable(
  manager: EntityManager,
  { schoolId, address }: Pick<SentPlan, 'schoolId' | 'address'>,
): Promise<void> {
  const { fetchPlans } = await getHubSettings(manager);
  if (!fetchPlans) throw unacceptableField('fetch', 'Fetching is switched off.');
  const { website } = await manager.findOneByOrFail(SchoolEntity, { id: schoolId });
  if (address !== null && isOnOwnWebsite(address, website)) return;
  const message = website
    ? 'Only what is on the school’s own website can be fetched. Save the document, and send the file.'
    : 'The school has no website on record, so nothing can be fetched from it.';
  throw unacceptableField('address', message);
}
