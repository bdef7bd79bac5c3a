import sharp from 'sharp';
import { Problem } from '../../kernel/problem.js';
import { cleanFile } from './clean-file.js';

const NAME = 'GEHEIME MAKER';
const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } });
const hidden = { IFD0: { Artist: NAME, Software: NAME }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 4/1 0/1' } };
const upload = (name: string, bytes: Buffer) => ({ name, bytes, type: 'application/octet-stream' });
const refusal = async (name: string, bytes: Buffer): Promise<string | undefined> => {
  const error: unknown = await cleanFile(upload(name, bytes), 1).catch((caught: unknown) => caught);
  return error instanceof Problem ? error.reasons[0]?.code : undefined;
};

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s loses maker, place and profile, and stands upright', async (format) => {
    const bytes = await plain
      .clone()
      .withExif(hidden)
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${NAME}</x:xmpmeta>`)
      .toFormat(format)
      .toBuffer();
    expect(bytes.includes(NAME)).toBe(true);
    const clean = await cleanFile(upload(`${NAME}.${format}`, bytes), 3);
    const { exif, xmp, icc, iptc, orientation, width, height } = await sharp(clean.bytes).metadata();
    expect([exif, xmp, icc, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect([width, height]).toEqual([40, 60]);
    expect(clean.bytes.includes(NAME)).toBe(false);
    expect(clean.name).toBe(format === 'jpeg' ? 'bijlage-3.jpg' : 'bijlage-3.png');
  });
  it('loses what stands behind its end', async () => {
    const bytes = Buffer.concat([await plain.clone().jpeg().toBuffer(), Buffer.from(NAME)]);
    expect((await cleanFile(upload('a.jpg', bytes), 1)).bytes.includes(NAME)).toBe(false);
  });
  it('is made no wider than a screen can use', async () => {
    const bytes = await sharp({ create: { width: 5_000, height: 20, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    expect((await sharp((await cleanFile(upload('a.png', bytes), 1)).bytes).metadata()).width).toBe(4_000);
  });
  it('that is none is refused, and one of too many points as well', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>x</text></svg>');
    for (const bytes of [Buffer.from('geen plaatje'), svg, (await plain.clone().jpeg().toBuffer()).subarray(0, 200)])
      expect(await refusal('a.jpg', bytes)).toBe('file.other-content');
    const bomb = await sharp({ create: { width: 8_000, height: 6_500, channels: 3, background: '#fff' }, limitInputPixels: false })
      .png()
      .toBuffer();
    expect(await refusal('a.png', bomb)).toBe('file.other-content');
  });
});

describe('plain text', () => {
  it('keeps its words and nothing else', async () => {
    const clean = await cleanFile(upload('notulen van Jan.csv', Buffer.from('\uFEFFdag;wie\r\n1;\u0007x\t\n')), 2);
    expect([clean.name, clean.type, clean.bytes.toString()]).toEqual(['bijlage-2.txt', 'text/plain; charset=utf-8', 'dag;wie\n1;x\t\n']);
  });
  it('that is something else is refused', async () => {
    expect(await refusal('a.txt', Buffer.from([0xff, 0xfe, 0x00]))).toBe('file.other-content');
    expect(await refusal('a.txt', Buffer.alloc(1_000_001, 'a'))).toBe('file.too-large');
    expect(await refusal('a.txt', Buffer.alloc(0))).toBe('file.empty');
  });
});

it.each(['a.pdf', 'a.docx', 'a.xlsx', 'a.heic', 'a.gif', 'a.svg', 'a', 'jpg'])('%s cannot be cleaned, and is refused', async (name) =>
  expect(await refusal(name, Buffer.from('%PDF-1.7'))).toBe('complaint.file-kind'),
);
