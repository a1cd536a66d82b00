import { DEMO_PASSWORD } from '@tracker/domain';

/** The accounts to begin with; the demo hub has one for every other region too. */
const accounts = [
  ['head@demo.example', 'Head of Participation: everything'],
  ['regional@demo.example', "a region's lead"],
  ['manager@demo.example', 'reads everything'],
  ['admin@demo.example', 'users, imports and settings'],
] as const;

/** What is shown when everything runs. */
export function welcome(address: string, dataDir: string, demo: boolean): string {
  const lines = [
    '',
    '  The school engagement tracker is running.',
    '',
    `    Open      ${address}`,
    ...(demo ? signIn() : []),
    `    Data      ${dataDir}`,
    '    Stop      Ctrl-C',
    '',
  ];
  return lines.join('\n');
}

function signIn(): string[] {
  return [
    ...accounts.map(
      ([email, role], index) =>
        `    ${index === 0 ? 'Sign in' : '       '}   ${email.padEnd(23)} ${role}`,
    ),
    `    Password  ${DEMO_PASSWORD}`,
  ];
}
