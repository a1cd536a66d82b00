/**
 * Jest loads every module anew for every test file: NestJS, TypeORM and our own code are two to
 * three seconds of a processor, 150 times. Here a worker loads them once, as a running server does,
 * and anew only what tests are made of.
 */
const { relative, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const lastingRuntimes = new Map();

/** Test files with what they share, and Jest itself, which keeps the state of a file in modules. */
const OF_ONE_FILE =
  /^(?:apps|libs|migrations)\/(?:.+\.(?:spec|e2e)\.ts$|(?:.+\/)?(?:test|testing|e2e)\/)|^node_modules\/(?:jest|expect|@jest)\b/;

class FileRuntime extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.environment = environment;
    const { watch, watchAll, collectCoverage } = rest.at(-1);
    // Of what may change while Jest runs, or is counted for each file, nothing lasts.
    this.loadsAnew = watch || watchAll || collectCoverage;
    if (!lastingRuntimes.has(config.id)) {
      lastingRuntimes.set(config.id, new Runtime(config, environment, ...rest));
      // The last one made answers `process.getBuiltinModule`.
      this.installGetBuiltinModule();
    }
    this.lasting = lastingRuntimes.get(config.id);
    // Lines of TypeScript in what a failing test says.
    this.transformCache.sourceMaps = this.lasting.transformCache.sourceMaps;
  }

  requireModuleOrMock(from, moduleName) {
    if (!this.isLasting(from, moduleName)) return super.requireModuleOrMock(from, moduleName);
    return this.environment.keepGlobalsOf(() => this.lasting.requireModuleOrMock(from, moduleName));
  }

  isLasting(from, moduleName) {
    if (
      this.loadsAnew ||
      moduleName.startsWith('@jest/') ||
      this._resolution.isCoreModule(moduleName)
    )
      return false;
    try {
      const path = relative(this._config.rootDir, this._resolution.resolveCjs(from, moduleName));
      return !OF_ONE_FILE.test(path.split(sep).join('/'));
    } catch {
      // Jest says better what is missing.
      return false;
    }
  }
}

module.exports = { default: FileRuntime, __esModule: true };
