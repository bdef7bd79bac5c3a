import { type MeetingVote, type VotingRules, wrongTotals } from './meeting-vote.js';

const held = (changed: Partial<VotingRules['rules']> = {}, filledSeats: number | null = 9): VotingRules => ({
  rules: { quorum: 'two_thirds', majority: 'simple', tie: 'no_consent', ...changed },
  filledSeats,
});
const vote = (inFavour: number, against: number, abstained = 0, carried = true): MeetingVote => ({ inFavour, against, abstained, carried });

describe('a vote in a meeting', () => {
  it.each<[string, VotingRules, MeetingVote, string | null]>([
    ['nobody for or against', held(), vote(0, 0, 6), 'votes.missing'],
    ['more votes than seats', held(), vote(8, 1, 1), 'votes.more-than-seats'],
    ['too few, abstentions included', held(), vote(4, 1), 'votes.no-quorum'],
    ['just enough, abstentions included', held(), vote(3, 2, 1), null],
    ['a refusal by too few', held(), vote(0, 5, 0, false), 'votes.no-quorum'],
    ['as many against', held(), vote(3, 3), 'votes.no-majority'],
    ['as many against, where the chair decides', held({ tie: 'chair_decides' }), vote(3, 3), null],
    ['as many against, where the chair said no', held({ tie: 'chair_decides' }), vote(3, 3, 0, false), null],
    ['half of those present, not more', held({ majority: 'absolute' }), vote(3, 1, 2), 'votes.no-majority.absolute'],
    ['more than half of those present', held({ majority: 'absolute' }), vote(4, 0, 2), null],
    ['less than two thirds', held({ majority: 'two_thirds', tie: 'chair_decides' }), vote(5, 3), 'votes.no-majority.two_thirds'],
    ['two thirds', held({ majority: 'two_thirds' }), vote(6, 3), null],
    ['a refusal of what was carried', held(), vote(6, 1, 0, false), 'votes.carried'],
    ['seats that nobody laid down', held({}, null), vote(2, 1), null],
    ['a quorum in seats, where nobody laid them down', held({ quorum: 4 }, null), vote(2, 1), 'votes.no-quorum'],
  ])('%s', (_what, rules, totals, wrong) => expect(wrongTotals(rules, totals)).toBe(wrong));
});
