import { anything, shape, type TypeOf } from './shape';

export const PREFERENCES = shape(
  'Preferences',
  'How somebody likes the screens, by name: filters of a list, chosen columns, the theme.',
  {
    values: anything({ theme: 'dark' }),
  },
);
/** `GET` and `PUT /api/me/preferences`. Put, a name with null is forgotten and names left out stay. */
export type Preferences = TypeOf<typeof PREFERENCES>;
