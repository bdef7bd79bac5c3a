import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { settingMistake } from './setting-mistake.js';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a setting that proves unusable', () => {
  it('is named when the data folder is a file', () => {
    const error = thrownBy(() => mkdirSync('package.json/data', { recursive: true }));
    expect(settingMistake(error)).toMatch(
      /^COUNTERSIGN_DATA or .*expected a folder that can be made; found package\.json.* \(ENOTDIR\)\.$/,
    );
  });

  it('is named when the port is in use', async () => {
    const first = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => first.once('listening', resolve));
    const address = first.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const error = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
    first.close();
    expect(settingMistake(error)).toBe(`PORT: expected a port that is free; found ${port} in use.`);
  });

  it('is not blamed for another error', () => {
    expect(settingMistake(new Error('x'))).toBeNull();
    expect(settingMistake(Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }))).toBeNull();
  });
});
