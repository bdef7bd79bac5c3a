import { scriptFor } from './script.js';

const OF = { server: 'https://countersign.voorbeeld.nl', toolId: 't_0123456789ABCDEF' };

describe('the script for device management', () => {
  const script = scriptFor(OF);

  it('names this server and this tool, and nothing is left to fill in but what its caller gives', () => {
    expect(script).toContain(`$server = '${OF.server}'`);
    expect(script).toContain(`$toolId = '${OF.toolId}'`);
    expect(script).not.toMatch(/undefined|\[object|<[a-z-]+>|t_\.\.\.|\\`/i);
    expect(scriptFor({ ...OF, toolId: 't_other' }).replace('t_other', OF.toolId)).toBe(script);
  });

  it('holds no key, and empties the group before it fills it', () => {
    expect(script).not.toMatch(/ck_|Bearer [A-Za-z0-9]/);
    expect(script.indexOf('-Method DELETE')).toBeLessThan(script.indexOf('-Method POST'));
    expect(script).toContain('$allowed = @{}\n$failed = $false\ntry { $allowed = Get-Allowed } catch');
  });

  it('takes every device out that it can, and tells of those that it could not', () => {
    const calls = script.split('\n').filter((line) => /-Method (DELETE|POST)/.test(line));
    expect(calls).toHaveLength(2);
    for (const call of calls) expect(call).toMatch(/^  try \{ .*members\/(\$id\/)?`\$ref".* \} catch \{ \$failed = \$true; /);
    expect(script.trimEnd().endsWith('if ($failed) { exit 1 }')).toBe(true);
  });

  it('has every brace and quotation mark closed', () => {
    for (const [open, close] of ['{}', '()', '[]'].map((pair) => pair.split('')))
      expect([open, script.split(open ?? '').length]).toEqual([open, script.split(close ?? '').length]);
    for (const line of script.split('\n').filter((one) => !one.startsWith('#')))
      expect([line, line.split(`'`).length % 2]).toEqual([line, 1]);
  });
});
