import { once } from 'node:events';
import { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { OperatorError } from '@tracker/process/operator-error';
import { MESSAGES_FD, type OutsideMessage, type OutsideOrder } from './messages';

/** `tell` hands a result on at once, also from the middle of work that never waits. */
type Task = (input: unknown, tell: (value: unknown) => void) => AsyncIterable<unknown>;

const AT_ONCE = 200;
const CHARACTERS_AT_ONCE = 256 * 1024;

/** Runs one piece of work and ends. Started by `streamOutside`, without secrets in its environment. */
async function main(): Promise<void> {
  const out = new Socket({ fd: MESSAGES_FD, readable: false, writable: true });
  // Whoever asked has gone, and so does this.
  out.on('error', () => process.exit(0));
  const say = async (line: string) => {
    if (!out.write(line)) await once(out, 'drain');
  };
  const end = (message: OutsideMessage) => say(`${JSON.stringify(message)}\n`);
  try {
    const order = JSON.parse(await text(process.stdin)) as OutsideOrder;
    const exported = (await import(order.module)) as Record<string, Task>;
    const task = exported[order.name];
    if (!task) throw new Error(`${order.module} exports no ${order.name}.`);
    let values: string[] = [];
    let characters = 0;
    const flush = async () => {
      if (values.length > 0) await say(`{"values":[${values.join(',')}]}\n`);
      values = [];
      characters = 0;
    };
    const tell = (value: unknown) => {
      if (out.destroyed) process.exit(0);
      out.write(`{"values":[${JSON.stringify(value)}]}\n`);
    };
    for await (const value of task(order.input, tell)) {
      const written = JSON.stringify(value);
      values.push(written);
      characters += written.length;
      if (values.length >= AT_ONCE || characters >= CHARACTERS_AT_ONCE) await flush();
    }
    await flush();
    await end({ done: true });
  } catch (error) {
    const told = error instanceof UnreadableFileError || error instanceof OperatorError;
    if (told) await end({ problem: error.message });
    else
      await end({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  out.end();
}

void main();
