/** What was told, as it is sealed. */
export interface Story {
  readonly text: string;
  /** When it happened, and which tool, in the reporter's own words. */
  readonly when: string;
  readonly tool: string;
  /** Whom it is about, as typed, and who of the staff that is. */
  readonly about: string;
  readonly aboutIds: readonly string[];
  /** Who asked that these do not handle it. */
  readonly barredIds: readonly string[];
  /** Who complained; null where that is not known. */
  readonly authorId: string | null;
}

export const packStory = (story: Story): Buffer => Buffer.from(JSON.stringify(story));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

const recordIn = (bytes: Buffer): Record<string, unknown> => {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  return isRecord(value) ? value : {};
};

export const readStory = (bytes: Buffer): Story => {
  const value = recordIn(bytes);
  return {
    text: textIn(value['text']),
    when: textIn(value['when']),
    tool: textIn(value['tool']),
    about: textIn(value['about']),
    aboutIds: idsIn(value['aboutIds']),
    barredIds: idsIn(value['barredIds']),
    authorId: textIn(value['authorId']) || null,
  };
};

/** A file without what told where, when and by whom it was made: a picture or plain text, under a name of ours. */
export interface CleanFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const HEAD_BYTES = 4;
export const packFile = ({ name, type, bytes }: CleanFile): Buffer => {
  const head = Buffer.from(JSON.stringify({ name, type }));
  const length = Buffer.alloc(HEAD_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
};

export const readPackedFile = (packed: Buffer): CleanFile => {
  const end = HEAD_BYTES + packed.readUInt32BE(0);
  const head = recordIn(packed.subarray(HEAD_BYTES, end));
  return { name: textIn(head['name']), type: textIn(head['type']), bytes: packed.subarray(end) };
};

/** Each text fills a whole number of these bytes once it is sealed, each file a whole number of those. */
export const TEXT_STEP = 8_192;
export const FILE_STEP = 65_536;
