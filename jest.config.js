/** One configuration, three projects: `npx jest --selectProjects domain`. */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@tracker/(domain|contract|process|files|data|work|embedded|testing)$':
      '<rootDir>/libs/$1/src',
    '^@tracker/(domain|contract|process|files|testing)/(.*)$': '<rootDir>/libs/$1/src/$2',
    '^@tracker/tools$': '<rootDir>/apps/tools/src',
    '^@tracker/migrations$': '<rootDir>/migrations',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

/** Projects whose files stand on the whole server, which a worker of Jest loads once. */
const onServer = {
  ...base,
  runtime: '<rootDir>/libs/testing/src/jest/lasting-runtime.cjs',
  testEnvironment: '<rootDir>/libs/testing/src/jest/lasting-environment.cjs',
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
};

module.exports = {
  // A bound on what hangs; a busy machine is slower than any of ours.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/libs/testing/src/jest/longest-first.cjs',
  projects: [
    {
      ...base,
      displayName: 'domain',
      testMatch: ['<rootDir>/libs/{domain,contract}/src/**/*.spec.ts'],
    },
    // Rules of the screens that need no browser.
    { ...base, displayName: 'web', testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'] },
    {
      ...onServer,
      displayName: 'server',
      testMatch: [
        '<rootDir>/libs/{process,files,data,work,embedded}/src/**/*.spec.ts',
        '<rootDir>/apps/{api,worker,cli,tools}/{src,test}/**/*.spec.ts',
        '<rootDir>/migrations/*.spec.ts',
      ],
    },
    {
      ...onServer,
      displayName: 'browser',
      testMatch: ['<rootDir>/apps/{web/e2e,cli/test}/**/*.e2e.ts'],
    },
  ],
};
