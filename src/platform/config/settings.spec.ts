import { SettingsMistake, type Environment } from './reader.js';
import { readSettings } from './settings.js';

const mistakesIn = (environment: Environment): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return error instanceof SettingsMistake ? error.mistakes : ['another error'];
  }
};

describe('the settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      portIsFixed: false,
      baseUrl: null,
      ownerUrl: null,
      workerApart: false,
    });
  });

  it('take an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, ownerUrl: null });
  });

  it.each([
    ['PORT', '80a', 'PORT: expected a whole number from 0 to 65535; found "80a".'],
    ['PORT', '65536', 'PORT: expected a whole number from 0 to 65535; found "65536".'],
    ['PORT', '-1', 'PORT: expected a whole number from 0 to 65535; found "-1".'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected one of fatal, error, warn, info, debug, silent; found "loud".'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY: expected one of yes, no; found "true".'],
    ['WORKER', 'out', 'WORKER: expected one of inside, apart; found "out".'],
    ['BASE_URL', 'http://countersign.example.org', 'BASE_URL: expected an address with https (http only on this machine); found http.'],
    ['BASE_URL', 'https://example.org/sub', 'BASE_URL: expected an address without a path; found /sub.'],
    ['ARGON2_MEMORY_KIB', '1', 'ARGON2_MEMORY_KIB: expected a whole number from 1024 to 4194304; found "1".'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM: expected a mail address, or a name with the address between < and >; found something else.'],
    [
      'WEBHOOK_PRIVATE_NETWORKS',
      '10.0.0.0/8,all',
      'WEBHOOK_PRIVATE_NETWORKS: expected networks such as 10.20.0.0/16,192.168.1.5; found "all".',
    ],
    ['COUNTERSIGN_DAT', 'x', 'COUNTERSIGN_DAT: expected one of COUNTERSIGN_DATA, COUNTERSIGN_KEY_FILE; found a name that is not known.'],
  ])('say what is wrong with %s=%s', (variable, value, message) => {
    expect(mistakesIn({ [variable]: value })).toEqual([message]);
  });

  it.each(['DATABASE_URL', 'DATABASE_APP_URL', 'MAIL_URL'])('never repeat %s, which holds a password', (variable) => {
    for (const value of ['hunter2', 'mysql://user:hunter2@host/db']) {
      const found = mistakesIn({ DATABASE_URL: 'postgresql://a@b/c', [variable]: value }).join();
      expect(found).toContain(`${variable}: expected an address such as`);
      expect(found).not.toContain('hunter2');
    }
  });

  it('name every mistake at once', () => {
    expect(mistakesIn({ PORT: 'x', LOG_LEVEL: 'y', MAIL_URL: 'z' })).toHaveLength(3);
  });

  it('accept http on this machine only', () => {
    expect(readSettings({ BASE_URL: 'http://localhost:3000/' }).baseUrl).toBe('http://localhost:3000');
    expect(readSettings({ BASE_URL: 'https://or.example.org' }).baseUrl).toBe('https://or.example.org');
  });
});
