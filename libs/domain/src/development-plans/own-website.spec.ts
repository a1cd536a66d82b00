import { isOnOwnWebsite } from './own-website';

it.each<[string, string | null, boolean]>([
  ['https://birch.example/music.pdf', 'https://www.birch.example/', true],
  ['https://www.birch.example/music.pdf', 'birch.example', true],
  ['http://files.birch.example/a?b=c', 'http://birch.example/home', true],
  ['https://BIRCH.example/music', 'Birch.Example', true],
  ['https://birch.example:443/music', 'birch.example', true],
  ['https://birch.example:8443/music', 'birch.example', false],
  ['https://jo@birch.example/music', 'birch.example', false],
  ['https://jo:pw@birch.example/music', 'birch.example', false],
  ['https://notbirch.example/music', 'birch.example', false],
  ['https://birch.example.evil.example/', 'birch.example', false],
  ['https://evil.example/birch.example', 'birch.example', false],
  ['https://evil.example\\@birch.example/', 'birch.example', false],
  ['https://example/music', 'birch.example', false],
  ['ftp://birch.example/music', 'birch.example', false],
  ['file:///etc/passwd', 'birch.example', false],
  ['http://127.0.0.1/', '127.0.0.1', false],
  ['http://2130706433/', '127.0.0.1', false],
  ['http://[::1]/', '[::1]', false],
  ['http://localhost/', 'localhost', false],
  ['https://birch.example/music', null, false],
  ['https://birch.example/music', '', false],
])('%s on the website %s: %s', (address, website, is) =>
  expect(isOnOwnWebsite(address, website)).toBe(is),
);
