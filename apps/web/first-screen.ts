import type { Plugin } from 'vite';

/** Whose code is on its way before anything asks for it. */
const FIRST_SCREEN = /\/today\/TodayPage\.tsx$/;
/** Starts at once, before the rest of the program is there. */
const AT_ONCE = /\/providers\/early-answers\.ts$/;

/** The page names the files of the first screen, so that none of them waits until another one has run. */
export const firstScreen: Plugin = {
  name: 'tracker-first-screen',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, chunk: entry }) {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const fileOf = (source: RegExp): string => {
        const found = chunks.find(({ facadeModuleId }) => source.test(facadeModuleId ?? ''));
        if (!found) throw new Error(`No file of the build is that of ${source.source}.`);
        return found.fileName;
      };
      const withImports = (fileName: string, found = new Set<string>()): Set<string> => {
        if (found.has(fileName)) return found;
        found.add(fileName);
        const chunk = chunks.find((one) => one.fileName === fileName);
        for (const imported of chunk?.imports ?? []) withImports(imported, found);
        return found;
      };
      const named = withImports(entry?.fileName ?? '');
      const more = [...withImports(fileOf(FIRST_SCREEN))].filter((file) => !named.has(file));
      return {
        html,
        tags: [
          {
            tag: 'script',
            attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileOf(AT_ONCE)}` },
            injectTo: 'head-prepend',
          },
          ...more.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          })),
        ],
      };
    },
  },
};
