import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser, SurveyVersion } from '@tracker/contract';
import { checkSurvey, type FormPurpose } from '@tracker/domain';
import { SurveyEntity, SurveyVersionEntity } from '@tracker/data';
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { conflict, notFound, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { READ_VERSION, VERSION_IN_USE } from './survey.queries';
import type { SurveyVersionChangeDto } from './surveys.dto';

/** What is asked: drafts that change, and published versions that never do. */
@Injectable()
export class SurveyVersionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<SurveyVersion> {
    const found = await READ_VERSION.row(manager, id);
    if (!found) throw notFound('the version of the survey');
    return found;
  }

  /** What is asked now: the version of this purpose that was published last. */
  async findInUse(
    purpose: FormPurpose,
    manager = this.dataSource.manager,
  ): Promise<SurveyVersion | null> {
    return (await VERSION_IN_USE.row(manager, purpose)) ?? null;
  }

  /** Saves a draft as it is; it need not be sound before it is published. */
  change(id: string, sent: SurveyVersionChangeDto): Promise<SurveyVersion> {
    return this.transactions.write(async (manager) => {
      const draft = await this.lockDraft(manager, id, sent.version);
      refuseOtherChanges(sent, await this.get(id, manager));
      const { title, intro, questions } = sent;
      await manager.save(SurveyVersionEntity, Object.assign(draft, { title, intro, questions }));
      return this.get(id, manager);
    });
  }

  /**
   * From here on this version is the one asked of its purpose, and it never changes.
   *
   * @throws 422 naming each question that cannot be asked so
   */
  publish(user: SignedInUser, id: string, version: number): Promise<SurveyVersion> {
    return this.transactions.write(async (manager) => {
      const draft = await this.lockDraft(manager, id, version);
      const before = await manager.findBy(SurveyVersionEntity, {
        surveyId: draft.surveyId,
        publishedAt: Not(IsNull()),
      });
      const problems = checkSurvey(
        draft.questions,
        before.flatMap(({ questions }) => questions),
      );
      if (problems.length > 0) {
        throw unacceptable(
          problems.map(({ index, field, message }) => ({
            field: ['questions', index, field].filter((part) => part !== null).join('.'),
            message,
          })),
        );
      }
      const published = { publishedAt: new Date(), publishedById: user.id };
      await manager.save(SurveyVersionEntity, Object.assign(draft, published));
      return this.get(id, manager);
    });
  }

  /** Discards a draft; a survey that has no other version goes with it. */
  discard(id: string): Promise<SurveyVersion> {
    return this.transactions.write(async (manager) => {
      const { surveyId } = await this.lockDraft(manager, id);
      const draft = await this.get(id, manager);
      await manager.delete(SurveyVersionEntity, { id });
      if (!(await manager.existsBy(SurveyVersionEntity, { surveyId }))) {
        await manager.delete(SurveyEntity, { id: surveyId });
      }
      return draft;
    });
  }

  private async lockDraft(
    manager: EntityManager,
    id: string,
    version?: number,
  ): Promise<SurveyVersionEntity> {
    const present = () => this.get(id, manager);
    const what = 'the version of the survey';
    const draft = await lockForChange(manager, SurveyVersionEntity, id, { what, version, present });
    if (draft.publishedAt !== null) {
      throw conflict(
        'A published version never changes. Make a new version of the survey instead.',
      );
    }
    return draft;
  }
}
