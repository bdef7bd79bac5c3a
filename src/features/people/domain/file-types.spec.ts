import { fileRefusal, safeFileName, typeOfFile } from './file-types.js';

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
const PDF = Buffer.from('%PDF-1.7 x');

describe('a file', () => {
  it('is kept when it is what its name says', () => {
    expect(fileRefusal('advies.pdf', PDF)).toBeNull();
    expect(fileRefusal('foto.JPG', bytes(0xff, 0xd8, 0xff, 0xe0))).toBeNull();
    expect(fileRefusal('notulen.docx', bytes(0x50, 0x4b, 3, 4, 0))).toBeNull();
    expect(fileRefusal('notulen.md', Buffer.from('# Notulen é'))).toBeNull();
  });

  it.each([
    ['page.html', Buffer.from('<p>'), 'file.kind-unknown'],
    ['image.svg', Buffer.from('<svg/>'), 'file.kind-unknown'],
    ['constructor', Buffer.from('x'), 'file.kind-unknown'],
    ['advies.pdf', Buffer.from('<script>'), 'file.other-content'],
    ['advies.pdf', Buffer.alloc(0), 'file.empty'],
    ['notes.txt', bytes(0x41, 0, 0x42), 'file.other-content'],
    ['notes.txt', bytes(0xff, 0xfe), 'file.other-content'],
    ['advies.pdf', Buffer.concat([PDF, Buffer.alloc(10_485_760)]), 'file.too-large'],
  ])('%s is refused when it is not', (name, content, code) => {
    expect(fileRefusal(name, content)).toBe(code);
  });

  it('of exactly 10 MB still fits', () => {
    expect(fileRefusal('a.pdf', Buffer.concat([PDF, Buffer.alloc(10_485_760 - PDF.length)]))).toBeNull();
  });

  it('keeps a name without folders, and a type of ours', () => {
    expect(safeFileName('..\\..\\etc/pass\u0000wd.txt')).toBe('passwd.txt');
    expect(typeOfFile('a.PDF')).toBe('application/pdf');
  });
});
