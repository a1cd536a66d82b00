import type { Preferences } from '@tracker/contract';
import { component } from '../shapes';

export const PREFERENCES = component<Preferences>(
  'Preferences',
  'How somebody likes the screens, by name: filters of a list, chosen columns, the theme.',
  {
    values: {
      schema: { type: 'object', additionalProperties: true },
      example: { theme: 'dark' },
    },
  },
);
