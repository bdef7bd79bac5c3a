const MOST_BYTES = 10_485_760;

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
export const ACCEPTED_FILES = Object.keys(TYPES)
  .map((extension) => `.${extension}`)
  .join(',');

/** How each binary kind begins. */
const BEGINS: Readonly<Record<string, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  docx: [0x50, 0x4b, 0x03, 0x04],
};

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
export const typeOfFile = (name: string): string => TYPES[extensionOf(name)] ?? 'application/octet-stream';

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
};

/** Why a file cannot be kept, or null: its kind, its size, or a content that is not what its name says. */
export const fileRefusal = (name: string, bytes: Uint8Array): string | null => {
  const extension = extensionOf(name);
  if (!Object.hasOwn(TYPES, extension)) return 'file.kind-unknown';
  if (bytes.length === 0) return 'file.empty';
  if (bytes.length > MOST_BYTES) return 'file.too-large';
  const begin = BEGINS[extension];
  const fits = begin ? begin.every((byte, at) => bytes[at] === byte) : isText(bytes);
  return fits ? null : 'file.other-content';
};

/** The name without folders or control characters, at most 200 characters. */
export const safeFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-200);
