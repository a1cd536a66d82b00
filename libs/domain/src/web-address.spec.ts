import { WEB_ADDRESS } from './web-address';

it.each(['https://hub.example/privacy', 'http://www.hub.example', 'HTTPS://hub.example?p=1'])(
  'takes %s',
  (text) => expect(WEB_ADDRESS.test(text)).toBe(true),
);

it.each([
  ...['hub.example', 'javascript:alert(1)', 'https://', 'https://hub', 'see https://hub.example'],
  ...['https://hub.example/our privacy', 'https://hub.example@elsewhere.example'],
])('does not take %s', (text) => expect(WEB_ADDRESS.test(text)).toBe(false));
