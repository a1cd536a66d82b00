import type { ReportStatus } from '@tracker/domain';
import { ReportEntity, type UserEntity } from '@tracker/data';
import type { Test } from 'supertest';
import type { Agent, TestApi } from './test-api';

export interface Scene {
  api: TestApi;
  /** Whose school the call is about; without an id, nobody's. */
  region: { id: string | null };
  /** Where the other school is, of a call that is about two; else in the same region. */
  otherRegion?: { id: string | null };
  /** Who calls. */
  user: UserEntity;
}

export interface PreparedCall {
  id?: string;
  query?: string;
  body?: object;
  /** In place of a body: the fields of a form. */
  form?: Record<string, string>;
  /** In place of the caller's session, where the call would end it: somebody of the same role. */
  agent?: Agent;
  /** The status when the call is allowed. */
  answers: number;
}

/** With what the call carries. */
export const carrying = <Sent extends Test>(
  send: Sent,
  { body, form }: Pick<PreparedCall, 'body' | 'form'>,
): Sent => {
  for (const [field, value] of Object.entries(form ?? {})) void send.field(field, value);
  return body ? send.send(body) : send;
};

export type Prepare = (scene: Scene) => PreparedCall | Promise<PreparedCall>;

export const TODAY = '2024-11-20';
export const read: Prepare = () => ({ answers: 200 });
/** There is no such record: what matters is that one may ask. */
export const nowhere: Prepare = () => ({ answers: 404 });

export const signOut: Prepare = async ({ api, user }) => {
  const colleague = await api.hub.user(user.role);
  return { agent: await api.as(colleague), answers: 204 };
};

export const school = ({ api, region }: Scene) => api.hub.school({ regionId: region.id });
export const readSchool: Prepare = async (scene) => ({
  id: (await school(scene)).id,
  answers: 200,
});

export const contact = async (scene: Scene) => {
  const [{ id }] = await scene.api.dataSource.query(
    `INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Jo Marsh', 'other') RETURNING id`,
    [(await school(scene)).id],
  );
  return id as string;
};
export const action = async (scene: Scene) => {
  const [{ id }] = await scene.api.dataSource.query(
    `INSERT INTO follow_up_actions (school_id, title) VALUES ($1, 'Ring') RETURNING id`,
    [(await school(scene)).id],
  );
  return id as string;
};

/** A contact or an action that was deleted. */
export const binned = async (scene: Scene, table: 'contacts' | 'follow_up_actions') => {
  const id = await (table === 'contacts' ? contact(scene) : action(scene));
  await scene.api.dataSource.query(`UPDATE ${table} SET deleted_at = now() WHERE id = $1`, [id]);
  return id;
};

export const step =
  (status: 'proposed' | 'scheduled', body?: object): Prepare =>
  async (scene) => {
    const scheduledOn = status === 'scheduled' ? TODAY : null;
    const visit = await scene.api.hub.visit((await school(scene)).id, { status, scheduledOn });
    return { id: visit.id, body, answers: 200 };
  };

/** The school that a visit goes to. */
const otherSchool = ({ api, region, otherRegion = region }: Scene) =>
  api.hub.school({ regionId: otherRegion.id });

/** A visit that somebody said did not take place, or that is void. */
export const ended =
  (body: object, { void: isVoid = false } = {}): Prepare =>
  async (scene) => {
    const was = { status: 'cancelled', scheduledOn: TODAY } as const;
    const made = {
      ...{ status: 'void' as const, voidedFrom: 'cancelled' as const, voidReason: 'Twice' },
      ...{ voidedAt: new Date(), scheduledOn: TODAY },
    } as const;
    const visit = await scene.api.hub.visit((await school(scene)).id, isVoid ? made : was);
    return { id: visit.id, body, answers: 200 };
  };

export const toSchool: Prepare = async (scene) => {
  const right = await otherSchool(scene);
  return ended({ schoolId: right.id, reason: 'Logged at the wrong school' })(scene);
};

export const move: Prepare = async (scene) => {
  const [old, heir] = [await school(scene), await otherSchool(scene)];
  const visit = await scene.api.hub.visit(old.id, { status: 'scheduled', scheduledOn: TODAY });
  await scene.api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [old.id]);
  await scene.api.hub.succession(old, heir);
  return { id: visit.id, body: { schoolId: heir.id }, answers: 200 };
};

/** A visit that the caller has logged. */
export const loggedBy = async (scene: Scene) => {
  const { id } = await scene.api.hub.completedVisit((await school(scene)).id, TODAY);
  await scene.api.dataSource.query(
    'UPDATE visit_outcomes SET logged_by_id = $2 WHERE visit_id = $1',
    [id, scene.user.id],
  );
  return id;
};

/** A report that was asked for by whoever calls. */
export const report = async ({ api, user }: Scene, status: ReportStatus = 'queued') => {
  const parameters = { academicYear: null, asOf: TODAY, regionId: null, columns: [] };
  const row = { kind: 'workbook', format: 'xlsx', parameters, fileName: 'a.xlsx' } as const;
  const { manager } = api.dataSource;
  const of = manager.create(ReportEntity, { ...row, status, requestedById: user.id });
  return (await manager.save(of)).id;
};
