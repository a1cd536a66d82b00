import type { Resource, RouteKey } from '@tracker/contract';
import { AUDITED_RECORDS } from '@tracker/domain';
import { RESOURCE_SAMPLES } from '@tracker/testing/resource-samples';
import { RESOURCES } from '../../src/root/screens';
import type { Client } from './prepared-hub';
import type { Screen } from './screen';

/** Resources whose records have pages of their own, with what one of them is called. */
const WALKED = RESOURCES.flatMap(({ name, list, create, place }) => {
  const table = name.replaceAll('-', '_');
  if (!list || !create || !(name in RESOURCE_SAMPLES) || !(table in AUDITED_RECORDS)) return [];
  const one = AUDITED_RECORDS[table as keyof typeof AUDITED_RECORDS];
  return [{ name: name as Resource, one, called: `Walked ${one}`, title: place?.words ?? '' }];
});

/** What the buttons of their pages do in the end, by their words. */
export const RESOURCE_COMMANDS = WALKED.flatMap(({ name, one, called }): [RegExp, RouteKey][] => [
  [new RegExp(`^(Add a|Save the) ${one}$`), `POST /api/${name}`],
  [new RegExp(`^Change ${called}$`), `PUT /api/${name}/{id}`],
]);

/** The list of each, the page that adds one and the page of one. */
export async function resourceScreens(head: Client): Promise<Screen[]> {
  const screens: Screen[] = [];
  for (const { name, one, called, title } of WALKED) {
    const { made } = RESOURCE_SAMPLES[name](called);
    const { id } = await head.post<{ id: string }>(`/${name}`, made);
    screens.push(
      { path: `/${name}`, heading: title, route: `GET /api/${name}` },
      { path: `/${name}/create`, heading: `Add a ${one}`, route: `POST /api/${name}` },
      { path: `/${name}/${id}`, heading: called, route: `PUT /api/${name}/{id}` },
    );
  }
  return screens;
}
