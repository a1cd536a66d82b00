import type { UnvoidVisit, Visit, VisitToSchool, VoidVisit } from '@tracker/contract';
import { call } from './http';

/** What was put on record or deleted by mistake, put right. */
export interface TakingBackVerbs {
  voidVisit(id: string, body: VoidVisit, idempotencyKey?: string): Promise<Visit>;
  unvoidVisit(id: string, body: UnvoidVisit, idempotencyKey?: string): Promise<Visit>;
  putVisitAtSchool(id: string, body: VisitToSchool, idempotencyKey?: string): Promise<Visit>;
  /** Brings back what was deleted. */
  restore(resource: 'contacts' | 'follow-up-actions', id: string): Promise<void>;
}

async function post(path: string, body: object, idempotencyKey?: string): Promise<Visit> {
  const { json } = await call<Visit>(`/api/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    idempotencyKey,
  });
  return json;
}

export const takingBackVerbs: TakingBackVerbs = {
  voidVisit: (id, body, key) => post(`visits/${id}/void`, body, key),
  unvoidVisit: (id, body, key) => post(`visits/${id}/unvoid`, body, key),
  putVisitAtSchool: (id, body, key) => post(`visits/${id}/to-school`, body, key),
  restore: async (resource, id) => void (await post(`${resource}/${id}/restore`, {})),
};
