/**
 * What the hub means by a name that is not the register's or an account's: `Malvern Way`, `CL`.
 * `GET /api/known-names`, `DELETE /api/known-names/:id` forgets one.
 */
export interface KnownName {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: 'school' | 'visitor';
  /** As the file wrote it first. */
  name: string;
  schoolId: string | null;
  schoolName: string | null;
  schoolUrn: number | null;
  userId: string | null;
  userName: string | null;
  rememberedByName: string | null;
}
