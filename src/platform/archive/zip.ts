import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ArchivedFile {
  /** Inside the archive, with `/` between folders. */
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** A ZIP of these files, each dated `at`. For what fits in memory. */
export const zipOf = async (files: readonly ArchivedFile[], at: Date): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const { path, content } of files) zip.addBuffer(Buffer.from(content), path, { mtime: at });
  zip.end();
  return buffer(zip.outputStream);
};
