import { firstWords } from './slow-statements';

it.each([
  ['SELECT 1', 'SELECT 1'],
  ['\n  WITH counting AS (\n    SELECT 1)', 'WITH counting AS ( SELECT 1)'],
  [
    "UPDATE users SET name = 'Ottoline O''Quill', note = $1 WHERE email = 'o@hub.example'",
    "UPDATE users SET name = '...', note = $1 WHERE email = '...'",
  ],
  [`SELECT ${'x'.repeat(200)}`, `SELECT ${'x'.repeat(113)}...`],
])('of %j are %j', (statement, words) => expect(firstWords(statement)).toBe(words));
