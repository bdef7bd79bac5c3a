import { Html } from '../support/html.js';
import { pageFaults, untranslated, type Expected } from '../support/page-faults.js';
import type { Answer } from '../support/visitor.js';

const GOOD_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';font-src 'self';form-action 'self';base-uri 'none';object-src 'none';frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
  'x-request-id': 'q_1',
};
const GOOD =
  '<!DOCTYPE html><html lang="nl"><head><title>Dossier - Countersign</title><script src="/assets/enhance.js" defer></script></head><body>' +
  '<h1>Dossier</h1><p>Zie verslag.pdf op voorbeeld.nl, of art. 27 lid 1.</p><form method="post" action="/x"><input type="hidden" name="_csrf" value="t"/></form></body></html>';

const answer = (html: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  path: '/x',
  html,
  headers: new Headers({ ...GOOD_HEADERS, ...headers }),
});
const expected: Expected = { language: 'nl', signedIn: true, personal: ['s.deboer@voorbeeld.nl', '100234'] };
const faults = (html: string, headers?: Readonly<Record<string, string>>): string[] => pageFaults(answer(html, headers), expected);

/** A page with one fault, and what is said of it. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['lang="nl"', 'lang="en"', 'lang is en'],
  ['<title>Dossier - Countersign</title>', '<title></title>', 'no title'],
  ['<h1>Dossier</h1>', '<h1>A</h1><h1>B</h1>', '2 h1'],
  ['<h1>Dossier</h1>', '<h2>Dossier</h2>', '0 h1'],
  ['<p>', '<p style="color:red">', 'inline style in p'],
  ['<p>', '<p onclick="x()">', 'inline onclick in p'],
  ['<p>', '<script>1</script><p>', 'inline script'],
  ['<input type="hidden" name="_csrf" value="t"/>', '', 'no token in the form to /x'],
  ['<input type="hidden" name="_csrf" value="t"/>', '<input type="hidden" name="_csrf" value=""/>', 'no token in the form to /x'],
  ['action="/x"', 'action="/people/s.deboer%40voorbeeld.nl"', 'personal data in /people/s.deboer%40voorbeeld.nl'],
  ['<p>', '<a href="/people?number=100234">x</a><p>', 'personal data in /people?number=100234'],
  ['art. 27', 'dossier.heading 27', 'untranslated dossier.heading'],
];

describe('the faults of a page', () => {
  it('are none on a good page', () => expect(faults(GOOD)).toEqual([]));
  it.each(PLANTED)('%s -> %s', (from, to, fault) => expect(faults(GOOD.replace(from, to))).toEqual([`/x: ${fault}`]));
  it.each(Object.keys(GOOD_HEADERS))('include a wrong header %s', (name) => expect(faults(GOOD, { [name]: 'x' })).not.toEqual([]));
  it('include a policy that allows scripts in the page', () => {
    const policy = GOOD_HEADERS['content-security-policy']?.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'") ?? '';
    expect(faults(GOOD, { 'content-security-policy': policy })).toEqual(["/x: policy script-src: 'self' 'unsafe-inline'"]);
  });
  it('leave sentences and numbers alone', () => expect(untranslated(['Dat is zo.Of niet', '1.200 mensen', 'e.g. this'])).toEqual([]));
});

describe('a form as it stands', () => {
  const form =
    '<form action="/a" method="post" enctype="multipart/form-data"><input type="checkbox" name="c" value="1" checked/><textarea name="t">a &lt;b&gt;</textarea>' +
    '<select name="s"><option value="">-</option><option value="y" selected>Y</option></select><button type="submit" name="act" value="go">Go</button></form>';
  it('tells its fields and what they hold', () => {
    const [read] = new Html(form).forms();
    expect(read).toMatchObject({ action: '/a', method: 'post', multipart: true });
    expect(read?.fields.map(({ name, type, value }) => [name, type, value])).toEqual([
      ['c', 'checkbox', '1'],
      ['t', 'textarea', 'a <b>'],
      ['s', 'select', 'y'],
      ['act', 'button', 'go'],
    ]);
    expect([read?.fields[0]?.checked, read?.fields[2]?.options]).toEqual([true, ['', 'y']]);
  });
});
