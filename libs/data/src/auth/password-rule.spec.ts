import { passwordProblem } from './password-rule';

const whose = { name: 'Constance Rookwood', email: 'constance.rookwood@hub.example' };
const problem = (password: string) => passwordProblem(password, whose);

it.each([
  ['eleven character', 'eleven-char', /at least 12/],
  ['emoji counted as one character each', '🎺'.repeat(11), /at least 12/],
  ['more than a thousand characters', 'a b'.repeat(334), /at most 1,000/],
  ['a common one', '1q2w3e4r5t6y', /tried first/],
  ['a common one in capitals', 'QWERTY123456', /tried first/],
  ['a common one with digits after it', 'password2024', /tried first/],
  ['a common one with digits and signs', 'Sunshine2024!!', /tried first/],
  ['a common one twice', 'passwordpassword', /tried first/],
  ['one letter', 'aaaaaaaaaaaa', /tried first/],
  ['digits again and again', '123412341234', /tried first/],
  ['the address', 'Constance.Rookwood@hub.example', /email address or your name/],
  ['the name', 'Constance Rookwood', /email address or your name/],
  ['the name backwards', 'rookwoodconstance', /email address or your name/],
  ['the demo accounts’', 'Visit-every-school', /which everybody knows/],
])('refuses %s', (_, password, sentence) => {
  expect(problem(password)).toMatch(sentence);
});

it.each([
  'visit-every-school-twice',
  'correct horse battery staple',
  'kvpwmzqotrhy',
  'ein Schulbus voller Flöten',
  'Constance Rookwood plays the tuba',
])('takes %s, whatever characters it has', (password) => {
  expect(problem(password)).toBeNull();
});
