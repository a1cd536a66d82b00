import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const APP = join(__dirname, '../../src/root/App.tsx');

/** Where react-admin puts what a resource has. */
const VIEWS: Record<string, string> = {
  list: '',
  create: '/create',
  edit: '/:id',
  show: '/:id/show',
};

const captures = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** The address of every screen that the app has, `/schools/:id/show`, as its source says. */
export function everyRoute(): string[] {
  const app = readFileSync(APP, 'utf8');
  const parts = app.split(/(?=<(?:Resource|CustomRoutes)\b)/).slice(1);
  return [
    '/',
    ...parts.flatMap((part) => {
      const [name] = captures(part, /^<Resource name="([^"]+)"/g);
      const [spread] = captures(part, /^<Resource [^>]*\{\.\.\.(\w+)\}/g);
      const nested = captures(part, /<Route path="([^"]+)"/g);
      if (name === undefined) return nested;
      if (spread === undefined) throw new Error(`The views of ${name} are not found.`);
      const views = viewsOf(app, spread).map((view) => `/${name}${VIEWS[view]}`);
      return [...views, ...nested.map((path) => `/${name}/${path}`)];
    }),
  ];
}

/** Which views a resource has, by the file that it comes from. */
function viewsOf(app: string, name: string): string[] {
  const [from] = captures(
    app,
    new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`, 'g'),
  );
  const folder = join(dirname(APP), from ?? '');
  const source = ['index.ts', 'index.tsx'].flatMap((file) => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return [];
    }
  });
  const [body] = captures(
    source.join(),
    new RegExp(`export const ${name} = (\\{[\\s\\S]*?\\});?\\n`, 'g'),
  );
  if (body === undefined) throw new Error(`${name} is not found in ${folder}.`);
  return captures(body, /\b(list|create|edit|show):/g);
}

/** Whether an address leads to a route; `:id` takes one part of it, a query none. */
export function leadsTo(route: string, path: string): boolean {
  const [plain = ''] = path.split('?');
  return new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(plain);
}
