import type {
  CancelVisit,
  CorrectVisit,
  LogVisit,
  MoveVisit,
  NewVisit,
  ScheduleVisit,
  Visit,
  VisitNotHeld,
} from '@tracker/contract';
import { call } from './http';

/** The transitions of a visit. Each resolves to the visit as it is then; 409 when its state forbids it. */
export interface VisitVerbs {
  createVisit(visit: NewVisit, idempotencyKey?: string): Promise<Visit>;
  scheduleVisit(id: string, body: ScheduleVisit, idempotencyKey?: string): Promise<Visit>;
  /** Gives a visit planned at a closed school to a school that followed it. */
  moveVisit(id: string, body: MoveVisit, idempotencyKey?: string): Promise<Visit>;
  confirmVisit(id: string, version: number, idempotencyKey?: string): Promise<Visit>;
  cancelVisit(id: string, body: CancelVisit, idempotencyKey?: string): Promise<Visit>;
  markVisitNotHeld(id: string, body: VisitNotHeld, idempotencyKey?: string): Promise<Visit>;
  logVisit(id: string, body: LogVisit, idempotencyKey?: string): Promise<Visit>;
  /** Puts right what was logged, visibly. */
  correctVisit(id: string, body: CorrectVisit, idempotencyKey?: string): Promise<Visit>;
}

async function post(path: string, body: object, idempotencyKey?: string): Promise<Visit> {
  const { json } = await call<Visit>(`/api/visits${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    idempotencyKey,
  });
  return json;
}

export const visitVerbs: VisitVerbs = {
  createVisit: (visit, key) => post('', visit, key),
  scheduleVisit: (id, body, key) => post(`/${id}/schedule`, body, key),
  moveVisit: (id, body, key) => post(`/${id}/move`, body, key),
  confirmVisit: (id, version, key) => post(`/${id}/confirm`, { version }, key),
  cancelVisit: (id, body, key) => post(`/${id}/cancel`, body, key),
  markVisitNotHeld: (id, body, key) => post(`/${id}/not-held`, body, key),
  logVisit: (id, body, key) => post(`/${id}/outcome`, body, key),
  correctVisit: (id, body, key) => post(`/${id}/correct`, body, key),
};
