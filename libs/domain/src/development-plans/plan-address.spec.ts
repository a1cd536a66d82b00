import { checkPlanAddress } from './plan-address';

it.each([
  ['https://www.abbey.example/music', 'https://www.abbey.example/music'],
  ['  http://abbey.example/a%20b?page=2#plan ', 'http://abbey.example/a%20b?page=2#plan'],
  ['www.abbey.example/music', 'https://www.abbey.example/music'],
  ['Abbey.Example', 'https://abbey.example/'],
  ['HTTPS://ABBEY.example/Music.PDF', 'https://abbey.example/Music.PDF'],
  ['https://abbey.example:443/music', 'https://abbey.example/music'],
  ['https://203.0.113.7/plan', 'https://203.0.113.7/plan'],
])('takes %s as %s', (typed, address) =>
  expect(checkPlanAddress(typed)).toEqual({ address, problem: null }),
);

const NO_PAGE = 'Give the address of a web page, like https://www.school.example/music.';
const SECRET = 'Give the address without a user name and password.';
const PRIVATE = 'This address is inside a private network, so nobody else can open it.';
const PORT = 'Give the address without a port, the number after the name.';
it.each([
  ['', NO_PAGE],
  ['on their website', NO_PAGE],
  ['ftp://abbey.example/plan.pdf', NO_PAGE],
  ['javascript:alert(1)', NO_PAGE],
  ['file:///etc/passwd', NO_PAGE],
  ['https://', NO_PAGE],
  ['https://jo:secret@abbey.example/music', SECRET],
  ['https://jo@abbey.example', SECRET],
  ['jo@abbey.example', SECRET],
  ['http://localhost/plan', PRIVATE],
  ['http://localhost./plan', PRIVATE],
  ['intranet/plan', PRIVATE],
  ['https://files.local/plan', PRIVATE],
  ['http://127.0.0.1', PRIVATE],
  ['http://0x7f.1/', PRIVATE],
  ['http://2130706433/', PRIVATE],
  ['http://10.1.2.3/plan', PRIVATE],
  ['192.168.0.10/plan', PRIVATE],
  ['http://172.20.1.1', PRIVATE],
  ['http://169.254.169.254/latest', PRIVATE],
  ['http://100.64.1.1', PRIVATE],
  ['http://[::1]/', PRIVATE],
  ['http://[::ffff:10.0.0.1]/', PRIVATE],
  ['http://[fd00::1]/', PRIVATE],
  ['http://[fe80::1]/', PRIVATE],
  ['http://[2002:7f00:1::]/', PRIVATE],
  ['https://abbey.example:8443/music', PORT],
  ['http://abbey.example:443/music', PORT],
  [`https://abbey.example/${'a'.repeat(480)}`, 'The address has at most 500 characters.'],
])('refuses %s', (typed, problem) =>
  expect(checkPlanAddress(typed)).toEqual({ address: null, problem }),
);
