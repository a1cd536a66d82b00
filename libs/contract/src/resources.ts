import type { OutcomeTag } from './shapes/visits';
import type { Permission } from './permissions';
import type { NewRegion, REGION_LIST, RegionChange } from './regions';
import type { NewReportTemplate, REPORT_TEMPLATE_LIST, ReportTemplateChange } from './reports';
import type { RecordRoutesOf, RemovableRoutesOf } from './routes/route';
import type { Region } from './shapes/people';
import type { ReportTemplate } from './shapes/reports';
import type { NewOutcomeTag, OUTCOME_TAG_LIST, OutcomeTagChange } from './visit-outcomes';

// What is written to each, and its list.
export * from './regions';

/** Resources of records that are listed, read, added, changed and, mostly, removed as a whole. */
export interface ResourceRoutes
  extends
    RecordRoutesOf<
      'outcome-tags',
      typeof OUTCOME_TAG_LIST,
      OutcomeTag,
      NewOutcomeTag,
      OutcomeTagChange
    >,
    RemovableRoutesOf<'regions', typeof REGION_LIST, Region, NewRegion, RegionChange>,
    RemovableRoutesOf<
      'report-templates',
      typeof REPORT_TEMPLATE_LIST,
      ReportTemplate,
      NewReportTemplate,
      ReportTemplateChange
    > {}

type MadeBy<Route> = Route extends `POST /api/${infer Name}` ? Name : never;
/** As their addresses call them. */
export type Resource = MadeBy<keyof ResourceRoutes>;

/** Who may read them is everybody who is signed in; who may write them stands here. */
export const RESOURCE_PERMISSIONS = {
  ...permissionsOf('outcome-tags', 'runHub'),
  ...removablePermissionsOf('regions', 'runHub'),
  ...removablePermissionsOf('report-templates', 'settings'),
};

function permissionsOf<Name extends string, P extends Permission>(name: Name, write: P) {
  const read = { [`GET /api/${name}`]: 'read', [`GET /api/${name}/{id}`]: 'read' };
  const written = { [`POST /api/${name}`]: write, [`PUT /api/${name}/{id}`]: write };
  return { ...read, ...written } as Record<`GET /api/${Name}` | `GET /api/${Name}/{id}`, 'read'> &
    Record<`POST /api/${Name}` | `PUT /api/${Name}/{id}`, P>;
}

function removablePermissionsOf<Name extends string, P extends Permission>(name: Name, write: P) {
  const removed = { [`DELETE /api/${name}/{id}`]: write } as Record<`DELETE /api/${Name}/{id}`, P>;
  return { ...permissionsOf(name, write), ...removed };
}
