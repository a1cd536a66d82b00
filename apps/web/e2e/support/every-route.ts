import { SCREENS } from '../../src/root/screens';

/** Where react-admin puts what a resource has. */
const VIEWS = { list: '', create: '/create', edit: '/:id', show: '/:id/show' } as const;

/** The address of every screen that the app has: `/schools/:id/show`. */
export function everyRoute(): string[] {
  return SCREENS.flatMap((screen) => {
    if ('paths' in screen) return screen.paths;
    const views = Object.entries(VIEWS).filter(([view]) => screen[view as keyof typeof VIEWS]);
    const below = Object.keys(screen.pages ?? {}).map((path) => `/${path}`);
    return [...views.map(([, path]) => path), ...below].map((path) => `/${screen.name}${path}`);
  });
}

/** Whether an address leads to a route; `:id` takes one part of it, a query none. */
export function leadsTo(route: string, path: string): boolean {
  const [plain = ''] = path.split('?');
  return new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(plain);
}
