import { sha256 } from '../../kernel/canonical.js';
import { pagesOf, textOf } from '../../../test/support/pdf-text.js';
import { inLanguage, pdfOf, type PdfDocument } from './index.js';

const paper: PdfDocument = {
  language: 'nl',
  title: 'Besluit over de aanmeldregistratie',
  fingerprint: 'sha-256:AbC_def-123',
  reference: '7QX4-M2KP',
  blocks: [
    { kind: 'heading', level: 1, text: 'Wat u besluit' },
    { kind: 'text', text: 'Eerste regel\n\nTweede regel' },
    {
      kind: 'facts',
      rows: [
        ['Voor', '7'],
        ['Tegen', '1'],
      ],
    },
    { kind: 'list', items: ['een', 'twee'] },
    {
      kind: 'table',
      caption: 'Voorwaarden',
      head: ['Voorwaarde', 'Wie'],
      rows: [
        ['30 dagen', 'machine'],
        ['groep van 10', 'machine'],
      ],
    },
    { kind: 'notice', text: 'Bewaar uw eigen exemplaar.' },
    { kind: 'address', lines: ['De ondernemingsraad', 'Aan de bestuurder'] },
    { kind: 'code', label: 'Code', value: '7QX4-M2KP' },
    { kind: 'signature', lines: ['Naam', 'Handtekening'] },
  ],
  dossier: { name: 'Aanmeldregistratie', number: 3 },
  translation: { language: 'en', title: 'Decision on login times', blocks: [{ kind: 'text', text: 'In English' }] },
};
const text = (bytes: Buffer): string => bytes.toString('latin1');

describe('a paper as PDF', () => {
  it('is tagged PDF/UA-1 with its title and language', async () => {
    const bytes = await pdfOf(paper);
    expect(text(bytes).startsWith('%PDF-')).toBe(true);
    expect(text(bytes)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text(bytes)).toContain('Besluit over de aanmeldregistratie');
    expect(text(bytes)).toMatch(/\/Lang \(nl/);
    expect(text(bytes)).toContain('/StructTreeRoot');
  });

  it('is Dutch alone, and another document in English, with the same fingerprint and reference', async () => {
    const [dutch, english] = [await pdfOf(paper), await pdfOf(inLanguage(paper, 'en'))];
    expect(textOf(dutch)).toContain('Wat u besluit');
    expect(textOf(dutch)).not.toContain('In English');
    expect(textOf(english)).toContain('In English');
    expect(textOf(english)).not.toContain('Wat u besluit');
    expect(text(english)).toMatch(/\/Lang \(en/);
    expect(text(english)).toContain('Decision on login times');
    for (const each of [dutch, english]) expect(textOf(each)).toContain('sha-256:AbC_def-123');
    expect(textOf(dutch)).toContain('Dossier: Aanmeldregistratie, versie 3');
    expect(textOf(english)).toContain('Dossier: Aanmeldregistratie, version 3');
  });

  it('counts its pages on each of them', async () => {
    const blocks = Array.from({ length: 60 }, (_, n) => ({ kind: 'text', text: `Alinea ${n}. `.repeat(20) }) as const);
    const pages = pagesOf(await pdfOf({ ...paper, blocks }));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => expect(page.replace(/\s+/g, ' ')).toContain(`Pagina ${at + 1} van ${pages.length}`));
  });

  it('has room to sign by hand, and a code to compare', async () => {
    expect(textOf(await pdfOf(paper))).toMatch(/Code: 7QX4-M2KP.*Naam:.*Handtekening:/);
  });

  it('is the same bytes for the same paper, and other bytes for another', async () => {
    const [one, two] = [await pdfOf(paper), await pdfOf(paper)];
    expect(sha256(one)).toBe(sha256(two));
    expect(sha256(await pdfOf({ ...paper, title: 'Anders' }))).not.toBe(sha256(one));
  });

  it('carries a file inside it, whatever its bytes are, and another file makes another paper', async () => {
    const scan = (bytes: string) => ({
      name: 'scan-1.png',
      type: 'image/png',
      description: 'Scan "van" het #blad',
      bytes: Buffer.from(bytes),
    });
    const made = await Promise.all(
      ['not a picture', 'not a picture', 'another'].map((one) => pdfOf({ ...paper, attachments: [scan(one)] })),
    );
    for (const bytes of made) expect(text(bytes)).toContain('/EmbeddedFile');
    expect(text(made[0] ?? Buffer.alloc(0))).toContain('scan-1.png');
    expect(text(await pdfOf(paper))).not.toContain('/EmbeddedFile');
    expect(new Set(made.map((bytes) => sha256(bytes))).size).toBe(2);
    await expect(pdfOf({ ...paper, attachments: [{ ...scan('x'), name: '../../etc/passwd' }] })).rejects.toThrow('named by');
  });

  it('prints markup as text: nothing that is typed can break or change the paper', async () => {
    const hostile = ['#panic("x")', '#read("/etc/passwd")', '$a$ *b* _c_ @d <e> = f', '"]) #text', '\\u{0}', '</x:xmpmeta>'];
    const blocks = [
      { kind: 'text', text: hostile.join('\n') } as const,
      { kind: 'list', items: hostile } as const,
      { kind: 'table', caption: '#h', head: ['*a*'], rows: hostile.map((cell) => [cell]) } as const,
    ];
    expect((await pdfOf({ ...paper, title: '#let x', blocks })).length).toBeGreaterThan(1000);
  });

  it('prints what no font has as a square, and still is a paper', async () => {
    for (const odd of ['漢字', '\u0000\u0007', '\u{1F9FF}\uE000', '\uD800', 'عربى', 'Łukasz Çelik Ωmega Жуков'])
      expect(text(await pdfOf({ ...paper, blocks: [{ kind: 'text', text: odd }] })).startsWith('%PDF-')).toBe(true);
  });

  it('begins its headings at the first level', async () => {
    const blocks = [{ kind: 'heading', level: 2, text: 'Voorwaarden' } as const, { kind: 'heading', level: 2, text: 'Redenen' } as const];
    expect((await pdfOf({ ...paper, blocks })).length).toBeGreaterThan(1000);
  });

  it('stands on many pages', async () => {
    const blocks = Array.from({ length: 200 }, (_, n) => ({ kind: 'text', text: `Alinea ${n}. `.repeat(20) }) as const);
    expect((await pdfOf({ ...paper, blocks })).length).toBeGreaterThan(20_000);
  });
});
