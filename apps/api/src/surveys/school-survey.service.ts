import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SchoolSurvey, SurveyHub } from '@tracker/contract';
import {
  answersToKeep,
  changesErrors,
  formatDay,
  phasesOfSchool,
  type QuestionPhase,
  type SurveyAnswers,
  validateAnswers,
  VISIT_SURVEY,
  withChanges,
} from '@tracker/domain';
import { Clock, JobQueue, queueSurveyMail } from '@tracker/work';
import {
  getHubSettings,
  SurveyAnswerEntity,
  SurveyLinkEntity,
  SurveyResponseEntity,
  SurveyVersionEntity,
  tokenHash,
  UserEntity,
} from '@tracker/data';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { RateLimit } from '../throttle/rate-limit';
import { SignInThrottle } from '../throttle/sign-in-throttle';
import { recordAnswers, refuseFaults, requirePublished } from './record-answers';
import { SCHOOL_ASKED } from './survey.queries';
import { SurveyVersionsService } from './survey-versions.service';
import type { SchoolSurveyAnswersDto } from './surveys.dto';

const NEW_ONE = 'Ask the music hub for a new one.';
const KEPT = 'What you have saved is kept.';

interface OpenLink {
  link: SurveyLinkEntity;
  schoolName: string;
  phases: QuestionPhase[];
}

/** The survey as a school answers it by itself, with nothing but its link. */
@Injectable()
export class SchoolSurveyService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly versions: SurveyVersionsService,
    private readonly clock: Clock,
    private readonly throttle: SignInThrottle,
    private readonly rate: RateLimit,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws 422 the link opens nothing, and why; 429 after many guesses */
  async open(token: string, address: string): Promise<SchoolSurvey> {
    const { manager } = this.dataSource;
    return this.show(manager, await this.enter(manager, token, address));
  }

  /**
   * Saves what has changed and, when asked to, hands the survey in. The version is the one on the
   * screen: who has begun goes on with it, though a newer one is published meanwhile.
   *
   * @throws 409 handed in already, or begun with another version; 422 naming each question
   */
  async save(input: SchoolSurveyAnswersDto, address: string): Promise<SchoolSurvey> {
    const entered = await this.enter(this.dataSource.manager, input.token, address);
    const answer = await this.transactions.write(async (manager) => {
      const link = await manager.findOneOrFail(SurveyLinkEntity, {
        where: { id: entered.link.id },
        lock: { mode: 'pessimistic_write' },
      });
      this.requireUsable(link);
      if (link.responseId !== null) {
        throw conflict('These answers have been sent already. To change one, tell your visitor.');
      }
      const version = requirePublished(
        await manager.findOneBy(SurveyVersionEntity, { id: input.versionId }),
        'versionId',
      );
      if (version.purpose !== link.purpose) {
        throw unacceptableField('versionId', 'This link opens another form.');
      }
      const begun = await findBegun(manager, link);
      if (begun && begun.surveyVersionId !== version.id) {
        throw conflict(
          'The answers saved so far belong to another version of the questions. Load this page again to go on with those.',
        );
      }
      const { changes, submit = false } = input;
      refuseFaults(changesErrors(version, changes), 'changes');
      const answers = withChanges(begun ? await answersOf(manager, begun.id) : {}, changes);
      const { phases } = entered;
      if (submit) {
        refuseFaults(validateAnswers(version, answers, { phases, complete: true }), 'changes');
      }
      const response = manager.create(SurveyResponseEntity, {
        ...begun,
        schoolId: link.schoolId,
        surveyVersionId: version.id,
        purpose: version.purpose,
        source: 'school',
        answeredOn: this.clock.today(),
        submittedAt: submit ? new Date() : null,
        filledInBy: input.filledInBy === undefined ? (begun?.filledInBy ?? null) : input.filledInBy,
        updatedAt: new Date(),
      });
      const { id } = await manager.save(SurveyResponseEntity, response);
      const kept = submit ? answersToKeep(version, answers, phases) : answers;
      await recordAnswers(manager, { id, schoolId: link.schoolId }, kept);
      if (submit) {
        link.responseId = id;
        await manager.save(SurveyLinkEntity, link);
        const { schoolId, purpose } = link;
        const { filledInBy } = response;
        if (purpose === VISIT_SURVEY) {
          await queueSurveyMail(manager, {
            ...{ schoolId, responseId: id, filledInBy, today: this.clock.today() },
          });
        }
      }
      return this.show(manager, { ...entered, link });
    });
    if (input.submit) await this.jobs.nudge('send-mails', {});
    return answer;
  }

  /** Who guesses at links waits longer each time; who has one does not. */
  private async enter(manager: EntityManager, token: string, address: string): Promise<OpenLink> {
    const find = async (): Promise<OpenLink | null> => {
      const link = await manager.findOneBy(SurveyLinkEntity, { tokenHash: tokenHash(token) });
      if (!link) return null;
      const school = await SCHOOL_ASKED.row(manager, link.schoolId);
      return school ? { link, schoolName: school.name, phases: phasesOfSchool(school) } : null;
    };
    const found = await this.throttle.attemptFrom(address, find, 'survey');
    if (!found) {
      throw unacceptableField(
        'token',
        `This link does not work. Check that you have copied the whole link. ${NEW_ONE}`,
      );
    }
    await this.rate.perLink(found.link.id);
    this.requireUsable(found.link);
    return found;
  }

  private requireUsable({ responseId, revokedAt, expiresOn }: SurveyLinkEntity): void {
    if (responseId !== null) return;
    if (revokedAt !== null) {
      throw unacceptableField('token', `This link has been withdrawn. ${KEPT} ${NEW_ONE}`);
    }
    if (expiresOn < this.clock.today()) {
      throw unacceptableField(
        'token',
        `This link worked until ${formatDay(expiresOn)}. ${KEPT} ${NEW_ONE}`,
      );
    }
  }

  private async show(
    manager: EntityManager,
    { link, schoolName, phases }: OpenLink,
  ): Promise<SchoolSurvey> {
    const response = link.responseId
      ? await manager.findOneByOrFail(SurveyResponseEntity, { id: link.responseId })
      : await findBegun(manager, link);
    const version = response
      ? await manager.findOneByOrFail(SurveyVersionEntity, { id: response.surveyVersionId })
      : await this.versions.findInUse(link.purpose, manager);
    if (!version) throw conflict('There is no survey to answer at the moment.');
    const sent = response?.submittedAt != null;
    return {
      schoolName,
      hub: await hubOf(manager, link.createdById),
      expiresOn: link.expiresOn,
      versionId: version.id,
      title: version.title,
      intro: version.intro,
      phases,
      questions: sent ? [] : version.questions,
      answers: response && !sent ? await answersOf(manager, response.id) : {},
      filledInBy: sent ? null : (response?.filledInBy ?? null),
      savedAt: response?.updatedAt.toISOString() ?? null,
      submittedAt: response?.submittedAt?.toISOString() ?? null,
    };
  }
}

/** The hub's own address, else whoever made the link, as long as they work here. */
async function hubOf(manager: EntityManager, madeBy: string | null): Promise<SurveyHub> {
  const { hubName: name, contactEmail, privacyUrl } = await getHubSettings(manager);
  const maker =
    contactEmail === null && madeBy !== null
      ? await manager.findOneBy(UserEntity, { id: madeBy, active: true })
      : null;
  return {
    ...{ name, privacyUrl, contactName: maker?.name ?? null },
    contactEmail: contactEmail ?? maker?.email ?? null,
  };
}

const findBegun = (manager: EntityManager, { schoolId, purpose }: SurveyLinkEntity) =>
  manager.findOneBy(SurveyResponseEntity, {
    ...{ schoolId, purpose, source: 'school', submittedAt: IsNull() },
  });

async function answersOf(manager: EntityManager, responseId: string): Promise<SurveyAnswers> {
  const rows = await manager.findBy(SurveyAnswerEntity, { responseId });
  return Object.fromEntries(rows.map(({ questionKey, value }) => [questionKey, value]));
}
