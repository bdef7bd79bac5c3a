import { unusable } from '../../kernel/problem.js';
import type { Upload } from '../../platform/http/index.js';
import type { CleanFile } from './domain/contents.js';

export const ACCEPTED_FILES = '.jpg,.jpeg,.png,.webp,.txt,.csv';
const MOST_PIXELS = 50_000_000;
const WIDEST = 4_000;
const MOST_TEXT = 1_000_000;
const QUALITY = 85;

const PICTURES: readonly (readonly [extension: RegExp, format: 'jpeg' | 'png'])[] = [
  [/\.jpe?g$/i, 'jpeg'],
  [/\.png$/i, 'png'],
  [/\.webp$/i, 'png'],
];
const KNOWN_FORMATS = ['jpeg', 'png', 'webp'];

/** Drawn anew from its pixels: place, time, device, maker, thumbnails and what hides behind the picture stay behind. Loaded at the first picture. */
const cleanPicture = async (bytes: Buffer, format: 'jpeg' | 'png'): Promise<Buffer> => {
  const { default: sharp } = await import('sharp');
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  const found = (await picture.metadata()).format;
  if (!KNOWN_FORMATS.includes(found ?? '')) throw unusable('files', 'file.other-content');
  const upright = picture.rotate().resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true });
  return format === 'jpeg' ? upright.jpeg({ quality: QUALITY }).toBuffer() : upright.png().toBuffer();
};

/** Plain text says nothing besides its words; a mark at the start and control characters go. */
const cleanText = (bytes: Buffer): Buffer => {
  if (bytes.length > MOST_TEXT) throw unusable('files', 'file.too-large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return Buffer.from(text.replace(/[^\P{Cc}\n\t]/gu, ''));
  } catch {
    throw unusable('files', 'file.other-content');
  }
};

const readable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch {
    throw unusable('files', 'file.other-content');
  }
};

/** A picture drawn anew from its pixels; null where the name is not a picture's. Refused on `files` where it cannot be read. */
export const pictureWithoutMetadata = async (name: string, bytes: Buffer): Promise<Buffer | null> => {
  const picture = PICTURES.find(([extension]) => extension.test(name));
  return picture ? readable(cleanPicture(bytes, picture[1])) : null;
};

/** A file with its metadata removed, under a name that says nothing. What cannot be cleaned is refused by name. */
export const cleanFile = async (upload: Upload, number: number): Promise<CleanFile> => {
  if (upload.bytes.length === 0) throw unusable('files', 'file.empty');
  const picture = PICTURES.find(([extension]) => extension.test(upload.name));
  if (picture) {
    const [, format] = picture;
    const name = `bijlage-${number}.${format === 'jpeg' ? 'jpg' : 'png'}`;
    return { name, type: `image/${format}`, bytes: await readable(cleanPicture(upload.bytes, format)) };
  }
  if (!/\.(txt|csv)$/i.test(upload.name)) throw unusable('files', 'complaint.file-kind');
  return { name: `bijlage-${number}.txt`, type: 'text/plain; charset=utf-8', bytes: cleanText(upload.bytes) };
};
