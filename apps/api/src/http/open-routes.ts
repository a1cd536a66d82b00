import { ROUTES } from '@tracker/contract';

/** Routes without a session, and what else is asked of their addresses: a 404 needs none either. */
const OPEN = new RegExp(
  `^(${Object.entries(ROUTES)
    .flatMap(([route, asks]) => (asks === 'open' ? [route.split(' ')[1] as string] : []))
    .map((path) => path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+'))
    .join('|')})$`,
);

export const isOpen = (path: string): boolean => OPEN.test(path);
