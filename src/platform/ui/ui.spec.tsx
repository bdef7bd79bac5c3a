import type { VNode } from 'preact';
import { encode } from 'uqr';
import { Gallery, Receipt, galleryContext } from '../../../test/support/kit-gallery.js';
import {
  Bars,
  Button,
  Code,
  Field,
  Form,
  H1,
  Qr,
  RequirementRow,
  Select,
  Shell,
  StackedBar,
  Table,
  Tag,
  Text,
  Time,
  Verdict,
  renderPage,
} from './index.js';

const page = (content: VNode | readonly VNode[], changes: Parameters<typeof galleryContext>[1] = {}): string =>
  renderPage(<Shell title="Proef">{content}</Shell>, galleryContext(changes.language ?? 'nl', changes));

describe('the shell', () => {
  it('is a whole document in the language of the page', () => {
    expect(page(<H1>Proef</H1>)).toMatch(/^<!DOCTYPE html><html lang="nl"/u);
    expect(page(<H1>Proef</H1>, { language: 'en' })).toContain('<html lang="en"');
  });
  it('says first in the title that something is wrong, and only then', () => {
    const of = (error: boolean) =>
      renderPage(
        <Shell title="Proef" error={error}>
          x
        </Shell>,
        galleryContext('nl'),
      );
    expect(of(true)).toContain('<title>Fout: Proef - Countersign</title>');
    expect(of(false)).toContain('<title>Proef - Countersign</title>');
  });
  it('moves the clock only in the demo', () => {
    expect(page(<Text>x</Text>)).toContain('action="/demo/clock"');
    expect(page(<Text>x</Text>, { demo: null })).not.toContain('/demo/clock');
  });
  it('offers a guest to sign in, and a person to sign out with a post', () => {
    expect(page(<Text>x</Text>, { actor: null })).toContain('href="/login"');
    expect(page(<Text>x</Text>, { actor: null })).not.toContain('action="/logout"');
    expect(page(<Text>x</Text>)).toMatch(/<form action="\/logout" method="post"/u);
  });
  it('keeps a query when the language changes', () =>
    expect(page(<Text>x</Text>, { path: '/tools?page=2' })).toContain('href="/tools?page=2&amp;lang=en"'));
  it('is the root of every page', () => expect(() => renderPage(<Text>x</Text>, galleryContext('nl'))).toThrow('Shell'));
});

describe('a QR code', () => {
  const html = page(<Qr address="https://voorbeeld.test/report" label="QR-code van deze pagina" />);
  const size = Number(/viewBox="0 0 (\d+) /.exec(html)?.[1]);
  const bars = [...html.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/gu)].map(([, ...found]) => found.map(Number));
  const isDark = (x: number, y: number): boolean => bars.some(([from = 0, row, length = 0]) => row === y && x >= from && x < from + length);
  it('is drawn as it is encoded, with light around it', () => {
    const { data } = encode('https://voorbeeld.test/report', { border: 4, ecc: 'M' });
    expect(Array.from({ length: size }, (_row, y) => Array.from({ length: size }, (_column, x) => isDark(x, y)))).toEqual(data);
    expect(
      [3, size - 4].flatMap((edge) => Array.from({ length: size }, (_cell, at) => isDark(at, edge) || isDark(edge, at))),
    ).not.toContain(true);
    expect(bars.every(([, , length, back]) => length === back)).toBe(true);
  });
  it('has a name, and neither style nor script', () => {
    expect(html).toContain('role="img" aria-label="QR-code van deze pagina"');
    expect(/<svg class="cs-qr".*?<\/svg>/su.exec(html)?.[0]).not.toMatch(/style|script/u);
  });
});

describe('a list of cases', () => {
  const list = (stacks: boolean) => page(<Table caption="Zaken" head={['Zaak', 'Stand']} rows={[['A1', 'open']]} stacks={stacks} />);
  it('says its columns in each row on a phone, and stays a table for whoever hears it', () => {
    expect(list(true)).toContain('<td class="govuk-table__cell" role="cell" data-label="Stand">open</td>');
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader']) expect(list(true)).toContain(`role="${role}"`);
  });
  it('is laid out as ever elsewhere (the control)', () => expect(list(false)).not.toMatch(/data-label|role="cell"|cs-stacks/u));
});

describe('a stacked bar', () => {
  const html = page(
    <StackedBar
      caption="Stemmen"
      of={10}
      mark={{ at: 6, label: 'Nodig' }}
      parts={[
        { label: 'Voor', value: 4 },
        { label: 'Tegen', value: 1 },
      ]}
    />,
  );
  it('lays each part after the one before, and the mark where it belongs', () => {
    expect(html).toMatch(/x="0%"[^>]*width="40%"/u);
    expect(html).toMatch(/x="40%"[^>]*width="10%"/u);
    expect(html).toContain('class="cs-stacked__mark" x1="60%"');
  });
  it('says the same in numbers', () => {
    for (const words of ['Voor', '>4<', 'Tegen', '>1<', 'Nodig', '>6<']) expect(html).toContain(words);
  });
});

describe('a form', () => {
  it('carries the token of the session, and the key when there is one', () => {
    const html = page(
      <Form action="/x" idempotencyKey="k1">
        <Button>Bewaar</Button>
      </Form>,
    );
    expect(html).toContain('name="_csrf" value="c5rf"');
    expect(html).toContain('name="_idempotency" value="k1"');
  });
  it('sends no token with a search', () => {
    const guest = { actor: null, demo: null };
    expect(page(<Form action="/x">x</Form>, guest)).toContain('_csrf');
    expect(
      page(
        <Form action="/x" method="get">
          x
        </Form>,
        guest,
      ),
    ).not.toContain('_csrf');
  });
  it('ties label, hint and error to the field', () => {
    const html = page(<Field name="days" label="Dagen" hint="Hooguit 30" error="Vul een getal in" value={90} />);
    expect(html).toContain('for="days"');
    expect(html).toContain('aria-describedby="days-hint days-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="90"');
  });
  it('never answers for the person', () => {
    const html = page(<Select name="unit" label="Afdeling" items={[{ value: 'a', text: 'A' }]} />);
    expect(html).toContain('<option value>');
    expect(html).not.toContain('selected');
  });
  it('says what an empty answer means where that is one', () => {
    const html = page(<Select name="tool" label="Waarover?" none="Ik weet het niet" items={[{ value: 'a', text: 'A' }]} />);
    expect(html).toContain('<option value>Ik weet het niet</option>');
  });
  it('shows what was typed, never as markup', () => {
    const html = page(<Field name="why" label="Waarom" type="textarea" value={'</textarea><script>x</script>'} />);
    expect(html).not.toContain('<script>x');
  });
});

describe('a state', () => {
  it('brings its own words', () => {
    expect(page(<Tag kind="blocked" />)).toContain('>Geblokkeerd<');
    expect(page(<Tag kind="blocked" />, { language: 'en' })).toContain('>Blocked<');
  });
  it('is told in words beside its glyph', () => {
    const html = page(<Verdict tone="closed" heading="Mag nog niet aan" cells={[{ kind: 'blocked', label: 'E6' }]} />);
    expect(html).toMatch(/<span aria-hidden="true">✕<\/span><span class="govuk-visually-hidden">E6: Geblokkeerd<\/span>/u);
  });
  it('leaves out the source that nobody gave', () => {
    expect(page(<RequirementRow id="E9" title="Besluit" tag="later" by="Voorzitter" />)).not.toContain('Bron:');
  });
});

describe('figures and codes', () => {
  it('never shows a number for a group that is too small', () => {
    const html = page(<Bars caption="Gelezen" smallest={10} rows={[{ label: 'Staf', value: null, of: 7 }]} />);
    expect(html).toContain('te klein');
    expect(html).toContain('minder dan 10 mensen');
    expect(html).not.toMatch(/\b7\b/u);
  });
  it('calls a group too small only where that is why nothing is shown, and hatches nothing where there is nothing', () => {
    const bars = (why?: 'small' | 'other' | 'nothing') =>
      page(<Bars caption="Gelezen" smallest={10} rows={[{ label: 'Staf', value: null, why, of: 7, text: 'x' }]} />);
    const told = ([undefined, 'small', 'other', 'nothing'] as const).map((why) => [
      bars(why).includes('minder dan 10 mensen'),
      bars(why).includes('<pattern'),
    ]);
    expect(told).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [false, false],
    ]);
  });
  it('groups a fingerprint by four', () => expect(page(<Code value="9f2c41ab07de5c18" />)).toContain('9f2c 41ab 07de 5c18'));
  it('leaves the name of the method whole', () =>
    expect(page(<Code value="sha-256:9f2c41ab07de5c18" />)).toContain('sha-256: 9f2c 41ab 07de 5c18'));
  it('writes a day in full', () => expect(page(<Time on="2026-03-26" />)).toContain('<time datetime="2026-03-26">26 maart 2026</time>'));
});

describe('the whole kit', () => {
  const pages = [
    renderPage(<Gallery />, galleryContext('nl')),
    renderPage(<Receipt />, galleryContext('en', { actor: null, nav: [], demo: null })),
  ];
  it.each(pages)('has one h1 and no id twice', (html) => {
    expect(html.match(/<h1/gu)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it.each(pages)('asks nothing of the content security policy', (html) => {
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/u);
    expect([...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gu)].map(([, tag, body]) => [tag, body])).toEqual([
      [' src="/assets/enhance.js" defer', ''],
    ]);
  });
});
