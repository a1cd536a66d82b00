import { QueryFailedError } from 'typeorm';
import { faultText } from './fault-text';
import { OperatorError } from './operator-error';

it('says what a person can put right in its sentence alone', () => {
  expect(faultText(new OperatorError('Set PORT.', { cause: new Error('x') }))).toBe('Set PORT.');
});

it('says where another error arose, and what was behind it', () => {
  const text = faultText(
    new Error('Outside', { cause: new AggregateError([new TypeError('In')]) }),
  );
  expect(text).toMatch(/^Error: Outside\n +at /);
  expect(text).toContain('caused by AggregateError');
  expect(text).toContain('caused by TypeError: In');
  expect(faultText('thrown as it is')).toBe('thrown as it is');
});

it('never says the statement, its values or the row that PostgreSQL names', () => {
  const refused = Object.assign(new Error('permission denied'), {
    detail: 'Key (email)=(zoe@school.example)',
    where: 'PASSWORD hunter2',
  });
  const error = new QueryFailedError("ALTER ROLE x PASSWORD 'hunter2'", ['hunter2'], refused);
  const text = faultText(new Error('It did not work.', { cause: error }));
  expect(text).toContain('permission denied');
  expect(text).not.toMatch(/hunter2|ALTER ROLE|zoe@/);
});
