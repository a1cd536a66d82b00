import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The rooms of the API, floor by floor: each looks downwards only. */
const API_LAYERS = [
  ['http'],
  ['openapi', 'throttle'],
  ['auth', 'records'],
  // Every room that is not named: what most new ones are.
  ['*'],
  ['school-answers', 'schools', 'users'],
  ['audit', 'priority-queue', 'targets', 'visits'],
  ['capacity', 'development-plans', 'follow-up-actions', 'progress'],
  ['visit-plans'],
  ['day-offers'],
  // Pages made of everything.
  ['briefs', 'offline-pack', 'reports', 'school-timeline', 'today'],
];

/** The rooms of the website: what all stand on, what all are made of, the resources, the house around them. */
const WEB_LAYERS = [
  ['providers', 'pwa', 'unsaved'],
  ['layout', 'planning'],
  ['charts', 'fields'],
  ['conflicts', 'history', 'labels', 'paths', 'progress', 'recently-deleted'],
  ['records'],
  // Every room that is not named: a resource, as a rule.
  ['*'],
  ['account', 'day-offers', 'people-met', 'settings', 'surveys'],
  ['sign-in', 'visits'],
  ['visit-plans'],
  ['log-visit', 'priority-queue', 'shell', 'today'],
  ['schools'],
  ['briefs'],
  ['root'],
];

/** Nothing looks at what is beside it or above. @throws where a folder is named twice, or is not there */
function zonesOf(folder, floors) {
  const rooms = readdirSync(new URL(folder, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const named = floors.flat().filter((name) => name !== '*');
  if (new Set(named).size < named.length || named.some((name) => !rooms.includes(name))) {
    throw new Error(`The floors name folders of ${folder}, each once.`);
  }
  const others = rooms.filter((name) => !named.includes(name));
  const layers = floors.map((names) => (names.includes('*') ? others : names));
  return layers.flatMap((names, floor) =>
    names
      .map((name) => ({
        target: `./${folder}/${name}`,
        from: [...names.filter((other) => other !== name), ...layers.slice(floor + 1).flat()].map(
          (other) => `./${folder}/${other}`,
        ),
      }))
      .filter(({ from }) => from.length > 0),
  );
}

/** The packages, and at which others each may look; at everything that is not named it may not. */
const LOOKS_AT = {
  'libs/domain': [],
  'libs/contract': ['libs/domain'],
  migrations: [],
  'libs/process': ['libs/domain'],
  'libs/files': ['libs/domain', 'libs/process'],
  'libs/data': ['libs/domain', 'migrations', 'libs/process', 'libs/files'],
  'libs/work': ['libs/domain', 'migrations', 'libs/process', 'libs/files', 'libs/data'],
  'libs/embedded': ['libs/domain', 'libs/process'],
  'apps/api': [
    'libs/contract',
    'libs/domain',
    'libs/process',
    'libs/files',
    'libs/data',
    'libs/work',
  ],
  'apps/worker': ['libs/domain', 'libs/process', 'libs/files', 'libs/data', 'libs/work'],
  'apps/web': ['libs/domain', 'libs/contract'],
};

/** A zone for each package. @throws where a package of libs is not named */
function packageZones() {
  const folders = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url)).map((name) => `${folder}/${name}`),
  );
  const unnamed = folders.filter(
    (name) => name.startsWith('libs/') && name !== 'libs/testing' && !LOOKS_AT[name],
  );
  if (unnamed.length > 0) throw new Error(`LOOKS_AT does not name ${unnamed.join(', ')}.`);
  return Object.entries(LOOKS_AT).map(([name, others]) => ({
    target: `./${name}`,
    from: [...folders, 'migrations']
      .filter((other) => other !== name && !others.includes(other))
      .map((other) => `./${other}`),
  }));
}

/** Inside a part; see README.md. `target` may not import `from`. */
const zones = [...zonesOf('apps/api/src', API_LAYERS), ...zonesOf('apps/web/src', WEB_LAYERS)];

const LOCKS = [
  'Literal[value=/pg_(try_)?advisory/]',
  'TemplateElement[value.raw=/pg_(try_)?advisory/]',
].map((selector) => ({
  selector,
  message: 'Two owners of one number wait for each other: take a lock of database/locks.ts.',
}));

/** The rules of visits and actions have one home in SQL, built from the domain's own words. */
const RULES_IN_SQL = {
  selector:
    "TemplateElement[value.raw=/\\w\\.status (= 'completed'|IN \\('(scheduled|proposed|open)')|kind <> ALL|interval '3 years'/]",
  message: 'Ask libs/data/src/rules-in-sql: a rule stands in one place.',
};

/** A statement is declared, so that one test prepares it and holds its columns to its rows. */
const STATEMENTS = {
  selector: "CallExpression[callee.property.name='query']",
  message: 'Declare it: libs/data/src/sql/statement.ts.',
};

/** An address is that of a route, so that one which is not there does not compile. */
const ADDRESSES = [
  'Literal[value=/^\\u002Fapi\\b/]',
  'TemplateElement[value.raw=/^\\u002Fapi\\b/]',
].map((selector) => ({
  selector,
  message: 'Call a route by its key, or ask pathOf for its address.',
}));

const BODIES = {
  selector:
    'ExportNamedDeclaration > ClassDeclaration[id.name=/^(?!.*(Query|Upload)Dto$)/][implements.length=0]',
  message: 'A body implements its type of the contract, so that the two cannot drift.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.tracker-data/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ['libs/*/tsconfig.json', 'apps/*/tsconfig.json', 'migrations/tsconfig.json'],
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...packageZones()] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // A test may look at whatever it tests with.
    files: ['**/*.{spec,e2e}.ts', '**/testing/**', 'apps/*/{test,e2e}/**'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/data/src/database/locks.ts', 'libs/testing/**', '**/*.{spec,e2e}.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...LOCKS],
    },
  },
  {
    files: [
      ...['apps/{api,worker}/src/**/*.ts', 'apps/cli/src/commands/**/*.ts'],
      'libs/{process,files,data,work,embedded}/src/**/*.ts',
    ],
    ignores: [
      ...['libs/data/src/rules-in-sql/**', 'libs/data/src/database/**'],
      ...['libs/testing/**', '**/*.spec.ts'],
    ],
    rules: { 'no-restricted-syntax': ['error', ...LOCKS, RULES_IN_SQL, STATEMENTS] },
  },
  {
    // On connections of their own, before the schema is there or while it is replaced.
    files: [
      ...[
        'libs/embedded/src/**/*.ts',
        'libs/data/src/sql/**/*.ts',
        'apps/cli/src/commands/health.ts',
      ],
    ],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...LOCKS, RULES_IN_SQL] },
  },
  {
    files: ['apps/api/src/**/*.dto.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...LOCKS, RULES_IN_SQL, STATEMENTS, BODIES],
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['@nestjs/*', 'typeorm', '@tracker/*', 'node:*'] },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'A rule reads no clock: pass today in as YYYY-MM-DD.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Temporal', property: 'Now', message: 'A rule reads no clock: pass today in.' },
      ],
    },
  },
  {
    files: ['libs/contract/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@nestjs/*', 'typeorm', 'class-*'] }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['jest.config.js', 'libs/testing/src/jest/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // The data provider asks for react-admin's resources by their names.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/providers/data-provider.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...LOCKS, ...ADDRESSES] },
  },
  {
    // Where components and hooks are: each file is compiled as React's compiler would.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@tracker/contract/*'],
              message: 'A browser needs the types alone: @tracker/contract has them.',
            },
          ],
        },
      ],
    },
  },
);
