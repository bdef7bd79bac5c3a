import { rolesWithOpenAnswers } from './answer-turns.js';

describe('mandatory questions that are open', () => {
  it('are the turn of who owns them, HR and IT alike', () =>
    expect(rolesWithOpenAnswers({})).toEqual(expect.arrayContaining(['hr_registrar', 'tool_owner', 'it_admin'])));
  it('are never the turn of the council', () => expect(rolesWithOpenAnswers({})).not.toContain('or_chair'));
});
