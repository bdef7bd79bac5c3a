import { plainUrl } from './plain-url.js';
import { isUntraced } from './untraced.js';

describe('an address as the router finds it', () => {
  it.each([
    ['/report', '/report'],
    ['/%72eport/%6e%65w?text=%72', '/report/new?text=%72'],
    ['http://host:3926/report?lang=en', '/report?lang=en'],
    ['HTTPS://host', '/'],
    ['https://host?x', '/?x'],
    ['/report%2Fnew%3F%', '/report%2Fnew%3F%'],
    ['/%E2%82%AC/%2e%2e/%00', '/%E2%82%AC/%2e%2e/%00'],
    ['*', '/*'],
  ])('%s is %s', (url, plain) => expect(plainUrl(url)).toBe(plain));
  it('leaves no trace however it is written', () => {
    for (const url of ['/%72eport', '/r%65port/new', 'http://host/report', 'http://host/%72%65%70%6F%72%74?lang=nl'])
      expect([url, isUntraced(plainUrl(url))]).toEqual([url, true]);
  });
});
