import { randomUUID } from 'node:crypto';
import { isRoute, type Resource, type ResourceRoutes } from '@tracker/contract';
import { RESOURCE_SAMPLES } from '@tracker/testing/resource-samples';
import { type Prepare, read } from './route-scene';
import type { TestApi } from './test-api';

/** The table that has the records of a resource. */
export const tableOf = (name: Resource) => name.replaceAll('-', '_');

export const RESOURCES = Object.keys(RESOURCE_SAMPLES) as Resource[];

/** @returns the id of a new record */
export async function madeOf(name: Resource, { dataSource }: TestApi): Promise<string> {
  const { made } = RESOURCE_SAMPLES[name](randomUUID());
  const records = dataSource.getRepository<{ id: string }>(tableOf(name));
  return (await records.save({ ...made } as object as { id: string })).id;
}

function callsOf(name: Resource): Record<string, Prepare> {
  const sample = () => RESOURCE_SAMPLES[name](randomUUID());
  const one: Prepare = async ({ api }) => ({ id: await madeOf(name, api), answers: 200 });
  return {
    [`GET /api/${name}`]: read,
    [`GET /api/${name}/{id}`]: one,
    [`POST /api/${name}`]: () => ({ body: sample().made, answers: 201 }),
    [`PUT /api/${name}/{id}`]: async (scene) => ({
      ...(await one(scene)),
      body: { version: 1, ...sample().changed },
    }),
    ...(isRoute(`DELETE /api/${name}/{id}`) && { [`DELETE /api/${name}/{id}`]: one }),
  };
}

/** Of every resource: there is nothing more to say of one. */
export const resourceCalls = Object.assign({}, ...RESOURCES.map(callsOf)) as Record<
  keyof ResourceRoutes,
  Prepare
>;
