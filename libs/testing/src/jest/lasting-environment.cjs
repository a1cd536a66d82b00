/**
 * One realm for all test files of a Jest worker, so that `lasting-runtime.cjs` may load a module
 * once. What a file has done to globals and to the environment's variables is undone after it.
 */
const { TestEnvironment: NodeEnvironment } = require('jest-environment-node');

const kept = new Map();

class LastingEnvironment extends NodeEnvironment {
  constructor(config, context) {
    const { id } = config.projectConfig;
    const found = kept.get(id);
    if (found) return found;
    super(config, context);
    this.clean = Object.getOwnPropertyDescriptors(this.global);
    this.exit = this.global.process.exit;
    this.env = this.global.process.env;
    this.variables = { ...this.env };
    kept.set(id, this);
  }

  /** Globals that a lasting module makes while it is loaded last as long as it does. */
  keepGlobalsOf(load) {
    const before = new Set(Reflect.ownKeys(this.global));
    try {
      return load();
    } finally {
      for (const key of Reflect.ownKeys(this.global)) {
        if (!before.has(key)) this.clean[key] = Object.getOwnPropertyDescriptor(this.global, key);
      }
    }
  }

  async teardown() {
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    for (const key of Reflect.ownKeys(this.global)) this.restore(key);
    const { process } = this.global;
    process.exit = this.exit;
    for (const name of Object.keys(this.env)) {
      if (!(name in this.variables)) delete this.env[name];
    }
    process.env = Object.assign(this.env, this.variables);
    // What jest-environment-node keeps of globals to take apart at its end, which never comes.
    this._globalProxy.leftovers = [];
  }

  restore(key) {
    // What writes after the end of its tests is to be told so.
    if (key === 'console') return;
    const clean = this.clean[key];
    if (!clean) return void delete this.global[key];
    const now = Object.getOwnPropertyDescriptor(this.global, key);
    // A getter of Node's globals becomes their value when it is first read.
    const asInNode = now?.value === globalThis[key] && clean.get !== undefined;
    if (now.value !== clean.value && !asInNode && now.configurable) {
      Object.defineProperty(this.global, key, clean);
    }
  }
}

module.exports = LastingEnvironment;
