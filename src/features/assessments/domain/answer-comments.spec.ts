import { type CommentAct, standingComments } from './answer-comments.js';

const act = (item: string, verdict: CommentAct['verdict'], text = ''): CommentAct => ({
  attribute: 'purposes[].specific',
  item,
  verdict,
  text,
});

describe('the comments of the DPO that stand', () => {
  it('are the last on each answer, in the order of the answers', () => {
    expect(standingComments([act('a', 'add', 'Noem het besluit.'), act('b', 'agreed'), act('a', 'add', 'Noem de ploeg.')])).toEqual([
      act('a', 'add', 'Noem de ploeg.'),
      act('b', 'agreed'),
    ]);
  });
  it('are none where the last took it back', () => {
    expect(standingComments([act('a', 'add', 'Te ruim.'), act('a', 'none')])).toEqual([]);
    expect(standingComments([act('a', 'none'), act('a', 'agreed')])).toHaveLength(1);
    expect(standingComments([])).toEqual([]);
  });
});
