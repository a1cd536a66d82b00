import type { SignedInUser, Visit } from '@tracker/contract';
import { type TakingBack, takingBackProblem } from '@tracker/domain';
import { VisitEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { conflict } from '../http/problem';
import { lockForChange } from '../http/version';

interface ToTakeBack {
  user: SignedInUser;
  id: string;
  how: TakingBack;
  version?: number;
  present: () => Promise<Visit>;
  /** The school it goes to, where it goes to another. */
  toSchoolId?: string;
}

/**
 * Takes a visit that is about to be put right.
 *
 * @throws 404; 403 where the person may not write at its school, or at the one it goes to; 409 with
 *   the visit as it is now when overtaken or when it stands otherwise
 */
export async function lockToTakeBack(
  manager: EntityManager,
  { user, id, how, version, present, toSchoolId }: ToTakeBack,
): Promise<VisitEntity> {
  const visit = await lockForChange(manager, VisitEntity, id, {
    what: 'the visit',
    version,
    present,
  });
  await requireWriteAtSchool(manager, user, visit.schoolId);
  if (toSchoolId !== undefined) await requireWriteAtSchool(manager, user, toSchoolId);
  const problem = takingBackProblem(visit.status, how);
  if (problem !== null) throw conflict(problem, await present());
  return visit;
}
