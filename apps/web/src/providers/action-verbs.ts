import type { ActionToVisit, FollowUpAction } from '@tracker/contract';
import { call } from './http';

export interface ActionVerbs {
  /** Plans the follow-up visit that an action becomes; resolves to the action as it is then. */
  makeVisitOfAction(
    id: string,
    body: ActionToVisit,
    idempotencyKey?: string,
  ): Promise<FollowUpAction>;
}

export const actionVerbs: ActionVerbs = {
  makeVisitOfAction: async (id, body, idempotencyKey) => {
    const { json } = await call<FollowUpAction>(`/api/follow-up-actions/${id}/visit`, {
      method: 'POST',
      body: JSON.stringify(body),
      idempotencyKey,
    });
    return json;
  },
};
