import type { Resource, ResourceRoutes } from '@tracker/contract';

type BodyOf<Route extends keyof ResourceRoutes> = ResourceRoutes[Route] extends {
  body: infer Body;
}
  ? Body
  : never;

/** Of each resource a body that makes one of a name, and what is sent beside the version to change it. */
export const RESOURCE_SAMPLES: {
  [Name in Resource]: (name: string) => {
    made: BodyOf<`POST /api/${Name}`>;
    changed: Omit<BodyOf<`PUT /api/${Name}/{id}`>, 'version'>;
  };
} = {
  'outcome-tags': (label) => ({
    made: { kind: 'need', label },
    changed: { label: `${label}, once`, active: false },
  }),
  regions: (name) => ({
    made: { name, districts: [] },
    changed: { name: `${name} and the Fens`, districts: [`Fens by ${name}`] },
  }),
  'report-templates': (name) => ({
    made: { name, columns: ['name'] },
    changed: { name: `${name} return`, columns: ['name', 'visits'] },
  }),
};
