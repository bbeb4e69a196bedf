/** Tells whether a word is a Vietnamese syllable: an initial, a rime of the language, and at most one tone that the rime allows. */
import { remember } from '../remember';
import { foldAccents } from './syllable';

/** Rimes without tones. Source: the rime table of Vietnamese orthography, with those only names have (uynh in Huỳnh, yt, yn). */
const RIMES = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uê uêch uên uênh uêu uc ui um un ung uôc uôi uôm uôn uông uôp uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu yn ynh yt`;
const KNOWN_RIMES = new Set(RIMES.split(/\s+/));
const INITIAL = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(.*)$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Rimes that end in a stop carry the acute or the dot, and no other. */
const STOPPED = /(?:c|ch|p|t)$/;

const LONGEST_SYLLABLE = 8;

/** Any case, NFC or NFD. Accents must be there: "Nguyen" is none, since its rime is no rime of the language. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length === 0 || word.length > LONGEST_SYLLABLE * 2) return false;
  return judge(word);
}

const judge = remember((word): boolean => {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = apart.replace(TONES, '').normalize('NFC');
  const [, initial = '', rest = ''] = INITIAL.exec(toneless) ?? [];
  // In "gì" and "gìn" the i is the vowel although it follows g.
  const rimes = initial === 'gi' ? [rest, `i${rest}`] : [rest];
  return rimes.some((rime) => KNOWN_RIMES.has(rime) && fits(rime, tones[0]));
});

function fits(rime: string, tone: string | undefined): boolean {
  return !STOPPED.test(rime) || tone === '\u0301' || tone === '\u0323';
}

const FOLDED_RIMES = new Set(RIMES.split(/\s+/).map(foldAccents));

/** True when some spelling with accents makes the folded capital word a syllable: HOA and NGUYEN are one, HJA and NGUYRN are none. */
export function canBeSyllable(fold: string): boolean {
  if (fold.length === 0 || fold.length > LONGEST_SYLLABLE) return false;
  const [, initial = '', rest = ''] = INITIAL.exec(fold.toLowerCase()) ?? [];
  return FOLDED_RIMES.has(rest) || (initial === 'gi' && FOLDED_RIMES.has(`i${rest}`));
}

const SEPARATORS = /[\t\n\r !-@[-`{-~]+/;

/** Splits at ASCII spaces, digits and punctuation only: in legacy encodings any other sign may be a letter. */
export function wordsOf(text: string): string[] {
  return text.split(SEPARATORS).filter((word) => word !== '');
}
