import type { VisitPlan, VisitPlanLine } from '@tracker/contract';
import { type SchoolEntity, SchoolYearEntity, type UserEntity } from '@tracker/data';
import type { DeepPartial } from 'typeorm';
import { sweepVisitPlans } from '@tracker/work';
import { type Agent, listQuery, startTestApi, type TestApi } from './test-api';

/** Hertfordshire's year, by which the rules of planning are explained. */
const TERMS = {
  year: '2024-25',
  firstDay: '2024-09-02',
  lastDay: '2025-07-23',
  holidays: [
    { name: 'Autumn half term', from: '2024-10-26', to: '2024-11-03' },
    { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
    { name: 'Spring half term', from: '2025-02-15', to: '2025-02-23' },
    { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
    { name: 'Summer half term', from: '2025-05-24', to: '2025-06-01' },
  ],
};

/** A hub with a region, a visitor who looks after it, and plans that are made when they are asked for. */
export class PlanScene {
  private constructor(
    readonly api: TestApi,
    readonly head: Agent,
    readonly regionId: string,
    readonly visitor: UserEntity,
  ) {}

  static async begin(today = '2024-09-02'): Promise<PlanScene> {
    return PlanScene.on(await startTestApi(today));
  }

  static async on(api: TestApi): Promise<PlanScene> {
    await api.dataSource.manager.save(SchoolYearEntity, TERMS as SchoolYearEntity);
    const { id } = await api.hub.region('West');
    const visitor = await api.hub.user('regional', [id], 'Callum Reed');
    const head = await api.as(await api.hub.user('head', [], 'Imogen Farrant'));
    return new PlanScene(api, head, id, visitor);
  }

  /** A school of the region, never visited, a kilometre east of the one before. */
  private at = 0;
  school(name: string, over: DeepPartial<SchoolEntity> = {}): Promise<SchoolEntity> {
    this.at += 1_000;
    const place = { easting: 520_000 + this.at, northing: 210_000 };
    return this.api.hub.school({ name, regionId: this.regionId, ...place, ...over });
  }

  async capacity(of: { perDay: number; perWeek: number; perHalfTerm: number }, id?: string) {
    const path = `/api/visitors/${id ?? this.visitor.id}/capacity`;
    const { body } = await this.head.get(path).expect(200);
    const version = body.version as number | null;
    const saved = { ...of, weekdays: [1, 2, 3, 4, 5], ...(version !== null && { version }) };
    await this.head.put(path).send(saved).expect(200);
  }

  /** Asks for a plan and has it made. */
  async make(input: object = {}): Promise<VisitPlan> {
    const { body } = await this.head
      .post('/api/visit-plans')
      .send({ academicYear: '2024-25', ...input })
      .expect(202);
    await sweepVisitPlans(this.api.dataSource);
    return this.plan(body.id as string);
  }

  async plan(id: string): Promise<VisitPlan> {
    return (await this.head.get(`/api/visit-plans/${id}`).expect(200)).body as VisitPlan;
  }

  /** The lines of a plan by date. */
  async lines(planId: string, agent = this.head): Promise<VisitPlanLine[]> {
    const query = listQuery({ filter: { planId }, range: [0, 199] });
    const { body } = await agent.get('/api/visit-plan-lines').query(query).expect(200);
    return body as VisitPlanLine[];
  }

  /** As accepting one does. */
  async accept({ id, schoolId, date, visitorId }: VisitPlanLine): Promise<string> {
    const visit = await this.api.hub.visit(schoolId, {
      ...{ status: 'scheduled', scheduledOn: date, visitorId },
    });
    await this.api.dataSource.query(
      `UPDATE visit_plan_lines SET status = 'accepted', stale_because = NULL, visit_id = $2 WHERE id = $1`,
      [id, visit.id],
    );
    return visit.id;
  }
}
