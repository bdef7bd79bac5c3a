import type { PdfDocument } from '../../../../platform/pdf/index.js';
import { type ComparedScan, withScans } from './on-paper.js';

const PAPER: PdfDocument = { language: 'nl', title: 'Brief', blocks: [], translation: { language: 'en', title: 'Letter', blocks: [] } };
const scan = (name: string, megabytes: number, type = 'application/pdf'): ComparedScan => ({
  signed: { side: 'employer' },
  file: { name, type, sha256: `sha-256:${name}`, bytes: Buffer.alloc(megabytes * 1_048_576) },
  addedBy: 'Sanne',
  addedAt: new Date('2026-03-02T09:00:00Z'),
  comparedBy: 'Joris',
  comparedAt: new Date('2026-03-03T09:00:00Z'),
});
const said = (blocks: PdfDocument['blocks']): string => JSON.stringify(blocks);

describe('a paper that was signed with a pen', () => {
  it('names file, fingerprint, who and when in both languages, and carries the scan under a name of our own', () => {
    const paper = withScans(PAPER, [scan('Brief getekend.pdf', 1)], 'sha-256:mailed');
    expect(paper.attachments?.map(({ name, description }) => [name, description])).toEqual([['scan-1.pdf', 'Brief getekend.pdf']]);
    for (const word of [
      'De werkgever',
      'Brief getekend.pdf',
      'sha-256:Brief',
      'Sanne, op 2 maart 2026',
      'Joris, op 3 maart 2026',
      'scan-1.pdf',
    ])
      expect(said(paper.blocks)).toContain(word);
    expect(said(paper.translation?.blocks ?? [])).toMatch(/The employer.*Sanne, on 2 March 2026.*sha-256:mailed/);
  });

  it('says that a scan stands apart where it is too large with the others, or of another kind', () => {
    const paper = withScans(
      PAPER,
      [scan('a.pdf', 11), scan('b.pdf', 11), scan('c.png', 5, 'image/png'), scan('d.docx', 1, 'text/plain')],
      null,
    );
    expect(paper.attachments?.map(({ name }) => name)).toEqual(['scan-1.pdf', 'scan-2.png']);
    expect(said(paper.blocks).match(/apart bestand/g)).toHaveLength(2);
    expect(said(paper.blocks)).not.toContain('gemaild');
  });
});
