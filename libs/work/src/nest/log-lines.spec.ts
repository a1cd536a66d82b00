import { stripVTControlCharacters } from 'node:util';
import { Logger } from '@nestjs/common';
import { LogLine, logWriter } from './log-lines';

const request = new LogLine(
  'r1 GET /api/schools 500',
  { reference: 'r1', status: 500 },
  'Error: x',
);

/** What is printed while a piece of work runs, by stream. */
function printed(work: () => void): { stdout: string; stderr: string } {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    }),
  );
  work();
  for (const spy of spies) spy.mockRestore();
  return said;
}

afterAll(() => Logger.overrideLogger(false));

it('as JSON each line is an object with the fields of its words', () => {
  Logger.overrideLogger(logWriter({ logFormat: 'json' }));
  const logger = new Logger('Requests');
  const { stdout, stderr } = printed(() => {
    logger.log('It\nserves.');
    logger.error(request);
    logger.error('It broke.', 'Error: It broke.\n at here');
  });
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const context = 'Requests';
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time, level: 'log', context, message: 'It\nserves.' },
    {
      ...{ time, level: 'error', context, message: 'r1 GET /api/schools 500' },
      ...{ reference: 'r1', status: 500, error: 'Error: x' },
    },
    { time, level: 'error', context, message: 'It broke.', error: 'Error: It broke.\n at here' },
  ]);
  expect(stdout.split('\n')).toHaveLength(2);
});

it('as text it is the words, and what broke below them', () => {
  Logger.overrideLogger(logWriter({ logFormat: 'text' }));
  const { stderr } = printed(() => new Logger('Requests').error(request));
  expect(stripVTControlCharacters(stderr)).toMatch(
    /ERROR \[Requests\] r1 GET \/api\/schools 500\nError: x\n$/,
  );
});
