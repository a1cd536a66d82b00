import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser, VisitPlan } from '@tracker/contract';
import {
  academicYearOf,
  addAcademicYears,
  checkPlanSettings,
  isAcademicYear,
  makesVisits,
  plural,
  supposes,
  type VisitPlanSettings,
} from '@tracker/domain';
import { capacitiesOf, RegionEntity, takeLock, UserEntity, VisitPlanEntity } from '@tracker/data';
import { Clock, JobQueue } from '@tracker/work';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { conflict, unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { getVisitPlan, PLAN_OF_YEAR } from './visit-plan-list';
import type { NewVisitPlanDto } from './visit-plans.dto';

/** Every plan is searched for with the same, so that the same problem gives the same plan (P11). */
const SEED = 1;

/** Takes what plan somebody wants to have made. */
@Injectable()
export class VisitPlanRequestsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues a plan.
   *
   * @throws 422 what is wrong with the year, the plan before or the settings, and the visitors where nobody can take a
   *   visit; 409 with the plan of the year that is being made
   */
  async create(input: NewVisitPlanDto, user: SignedInUser): Promise<VisitPlan> {
    const { academicYear, settings = {} } = input;
    const today = this.clock.today();
    requireYear(academicYear, today);
    const faults = checkPlanSettings(academicYear, settings);
    if (faults.length > 0) throw unacceptable(faults);
    await this.requireKnown(settings);
    await this.requireCapacity(academicYear, settings);
    const isWhatIf = input.whatIf ?? supposes(settings);
    const name = input.name || (isWhatIf ? `What if, ${academicYear}` : `Plan of ${academicYear}`);
    const queued = await this.transactions.write(async (manager) => {
      await takeLock(manager, 'visitPlansOfYear', academicYear);
      await refuseSecond(manager, academicYear);
      const basedOnId = await this.basisOf(manager, input);
      const row = { academicYear, name, asOf: today, isWhatIf, settings, seed: SEED, basedOnId };
      const plan = manager.create(VisitPlanEntity, { ...row, madeById: user.id });
      return getVisitPlan(manager, (await manager.save(VisitPlanEntity, plan)).id);
    });
    await this.queue.nudge('make-visit-plan', { planId: queued.id });
    return queued;
  }

  /** @throws 422 */
  private async requireKnown({ regionIds = [], without }: VisitPlanSettings): Promise<void> {
    const { manager } = this.dataSource;
    const regions = new Set(regionIds);
    if ((await manager.countBy(RegionEntity, { id: In([...regions]) })) < regions.size) {
      throw unacceptableField('settings.regionIds', 'One of the regions is not on record.');
    }
    const people = new Set(without?.visitorIds);
    if ((await manager.countBy(UserEntity, { id: In([...people]) })) < people.size) {
      throw unacceptableField('settings.without', 'One of the visitors is not on record.');
    }
  }

  /** @throws 422 naming the visitors where nobody can take a visit */
  private async requireCapacity(
    academicYear: string,
    { regionIds }: VisitPlanSettings,
  ): Promise<void> {
    const visitors = await capacitiesOf(this.dataSource.manager, academicYear, regionIds ?? null);
    if (visitors.some(makesVisits)) return;
    const names = visitors.map(({ name }) => name).join(', ');
    throw unacceptableField(
      'academicYear',
      visitors.length === 0
        ? 'Nobody visits schools of any region. Give somebody a region first.'
        : `Nobody can take a visit: the capacity of ${plural(visitors.length, 'visitor')} is 0: ${names}.`,
    );
  }

  /** @throws 422 */
  private async basisOf(
    manager: EntityManager,
    { academicYear, basedOnId }: NewVisitPlanDto,
  ): Promise<string | null> {
    if (basedOnId === undefined) return (await PLAN_OF_YEAR.one(manager, academicYear)).inUse;
    const basis = await manager.findOneBy(VisitPlanEntity, { id: basedOnId });
    if (basis?.figures && basis.academicYear === academicYear) return basis.id;
    throw unacceptableField('basedOnId', 'This is no plan of the year that is made.');
  }
}

/** @throws 422 */
function requireYear(academicYear: string, today: string): void {
  const now = academicYearOf(today);
  const years = [now, addAcademicYears(now, 1)];
  if (isAcademicYear(academicYear) && years.includes(academicYear)) return;
  throw unacceptableField('academicYear', `A plan is made of ${years.join(' or ')}.`);
}

/** @throws 409 */
async function refuseSecond(manager: EntityManager, academicYear: string): Promise<void> {
  const { making } = await PLAN_OF_YEAR.one(manager, academicYear);
  if (making === null) return;
  const plan = await getVisitPlan(manager, making);
  throw conflict(`“${plan.name}” is being made. Wait until it has ended.`, plan);
}
