import { judgeOwnText, OWN_WORDS } from './own-text.js';

const BALANCE =
  'Klanten krijgen op tijd iemand aan de lijn. Zonder cijfers over aanmelden weten wij niet hoeveel mensen er op een dag zijn, en staan klanten lang te wachten.';
const OWN =
  'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Wij boden een telefoon met wachtdienst aan, maar daarvoor is geen tweede collega te vinden.';
const numbered = (count: number): string => Array.from({ length: count }, (_each, at) => `woord${at}`).join(' ');

describe('a justification of the employer', () => {
  it('in words of its own counts', () => expect(judgeOwnText(OWN, [BALANCE])).toBe('own'));
  it.each([
    ['itself', BALANCE],
    ['with other capitals, accents and points', BALANCE.toUpperCase().replaceAll('.', ' !! ').replaceAll('e', 'é')],
    ['with a word here and there', `Ook hier geldt het volgende. ${BALANCE} Dat weegt voor ons zwaar.`],
    ['twice', `${BALANCE} ${BALANCE}`],
    ['longer than the part that is new', `${OWN.split('.')[0]}. ${BALANCE} ${BALANCE}`],
  ])('that repeats the balancing test %s does not', (_how, text) => expect(judgeOwnText(text, ['', BALANCE])).toBe('repeats'));
  it('may quote the test where most of it is new', () =>
    expect(judgeOwnText(`${OWN} Klanten krijgen op tijd iemand aan de lijn.`, [BALANCE])).toBe('own'));
  it('that was told somebody else does not count', () => expect(judgeOwnText(OWN, [BALANCE, OWN])).toBe('repeats'));
  it('needs twenty different words, to the word', () => {
    expect(judgeOwnText(numbered(OWN_WORDS), [])).toBe('own');
    expect(judgeOwnText(numbered(OWN_WORDS - 1), [])).toBe('short');
    expect(judgeOwnText('nodig '.repeat(100), [])).toBe('short');
    expect(judgeOwnText('', [])).toBe('short');
  });
  it('is judged the same when the earlier texts are many', () =>
    expect(judgeOwnText(BALANCE, [...Array.from({ length: 50 }, (_each, at) => `Iets anders ${at}`), BALANCE])).toBe('repeats'));
});
