/** Verifies residents whose truth is known, through the simulator's wire and the hub's connector and rules, and counts what was right. */
import { product, REGISTER } from './read-people.mjs';

const BATCH = 1_000;
/** The row bears the number of somebody else: a relative, a twin, a namesake, a father or son. */
export const HARD_NEGATIVES = ['C45', 'C82', 'C83', 'C84'];
/** Noise beside the identity: it changes nothing about what is compared. */
const BESIDE = new Set(['C50', 'C51', 'C52', 'C60', 'C61', 'C62', 'C89']);
/** Noise of form, which the lossless rules undo. */
const FORM_ONLY = new Set(['C05', 'C06', 'C07', 'C11', 'C12', 'C80']);
/** Verdicts that settle nobody: the row bears another's number, another name, or too little to tell one person by. */
const LEFT_TO_PEOPLE = ['REVIEW', 'AMBIGUOUS', 'MISMATCH', 'NOT_FOUND'];
const MOST_SHOWN = 12;
const BINS = 20;

export async function verifyPeople(people) {
  const { startSimulator } = product('workers/simulator/index.js');
  const { connector } = product('workers/connectors/csdlqgvdc-ndop/index.js');
  const { people: size, seed } = REGISTER;
  const simulator = await startSimulator({ port: 0, people: size, seed });
  const register = connector.open(connector.settings.parse({ url: simulator.url }));
  const tally = new Tally();
  try {
    for (let from = 0; from < people.rows.length; from += BATCH) {
      const judged = await judgeBatch(register, people, from);
      judged.forEach((one, index) => tally.add(one, people.truth[from + index]));
    }
  } finally {
    await register.close();
    await simulator.close();
  }
  return tally.finish();
}

async function judgeBatch(register, { rows, facts }, from) {
  const { prepareResident } = product('src/domain/verdict/prepare-resident.js');
  const { firstLookup } = product('src/domain/verdict/lookup-key.js');
  const { nextStep } = product('src/domain/verdict/next-step.js');
  const { judgeResident } = product('src/domain/verdict/judge-resident.js');
  const { compareResident } = product('src/domain/verdict/compare-resident.js');
  const options = { today: TODAY, standInDecades: facts.standInDecades, comparesAddress: true };
  const cases = rows.slice(from, from + BATCH).map((row, index) => {
    const { name = null, birthDate = null, sex = null, number = null, oldCardNumber = null, address } = row;
    const prepared = prepareResident({ name, birthDate, sex, number, oldCardNumber, address }, options);
    return {
      ref: String(index),
      prepared,
      question: firstLookup(prepared),
      answered: null,
      candidates: [],
      verification: null,
    };
  });
  for (;;) {
    const open = cases.filter(({ question }) => question !== null);
    if (open.length === 0) break;
    const call = { purpose: 'DOI_SOAT', correlationId: 'accuracy', signal: AbortSignal.timeout(60_000) };
    const asked = open.map(({ ref, question }) => ({ ref, key: question }));
    const answers = new Map((await register.lookup(asked, call)).map((one) => [one.ref, one.candidates]));
    for (const one of open) {
      one.answered = one.question;
      one.candidates = answers.get(one.ref) ?? [];
      Object.assign(one, nextStep(one.prepared, one.answered, one.candidates));
    }
  }
  return cases.map(({ prepared, answered, candidates, verification }) => {
    const compared = candidates.map((person) => compareResident(prepared, answered, person));
    const best = compared.reduce((a, b) => (a === null || b.weightBits > a.weightBits ? b : a), null);
    return { ...(verification ?? judgeResident(prepared, null, [])), person: best?.person ?? null };
  });
}

const now = new Date();
const TODAY = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };

/** What the goals ask of one class of noise alone: which field shows it, and how. */
const CLASS_GOALS = [
  ['C01', 'name', ['EXACT', 'EQUIV'], 0.999],
  ['C02', 'name', ['EXACT', 'EQUIV'], 0.999],
  ['C03', 'name', ['EXACT', 'EQUIV'], 0.995],
  ['C04', 'name', ['EXACT', 'EQUIV'], 0.995],
  ['C08', 'name', ['FOLD'], 0.99],
  ['C05', 'name', ['EXACT', 'EQUIV'], 0.9999],
  ['C06', 'name', ['EXACT', 'EQUIV'], 0.9999],
  ['C07', 'name', ['EXACT', 'EQUIV'], 0.9999],
  ['C10', 'name', ['FOLD'], 0.999],
  ['C11', 'name', ['EXACT', 'EQUIV'], 0.9999],
  ['C12', 'name', ['EXACT', 'EQUIV'], 0.9999],
  ['C13', 'name', ['FOLD'], 0.99],
  ['C20', 'name', ['CLOSE'], 0.99],
  ['C21', 'name', ['CLOSE'], 0.93],
  ['C22', 'name', ['CLOSE', 'FOLD'], 0.995],
  ['C23', 'name', ['EXACT', 'EQUIV', 'CLOSE'], 0.97],
  ['C24', 'name', ['CLOSE'], 0.95],
  ['C25', 'name', ['CLOSE', 'FOLD'], 0.95],
  ['C26', 'name', ['PARTIAL', 'CLOSE'], 0.97],
  ['C27', 'name', ['FOLD', 'CLOSE'], 0.99],
  ['C30', 'birthDate', ['CLOSE'], 0.995],
  ['C31', 'birthDate', ['PARTIAL', 'EXACT', 'EQUIV'], 0.999],
  ['C32', 'birthDate', ['PARTIAL', 'EXACT', 'EQUIV'], 0.999],
  ['C33', 'birthDate', ['CLOSE'], 0.98],
  ['C34', 'birthDate', ['CLOSE', 'DIFFERENT'], 0.98],
  ['C35', 'birthDate', ['EQUIV'], 0.98],
  ['C36', 'birthDate', ['EQUIV'], 0.9999],
  ['C42', 'number', ['EQUIV'], 0.98],
  ['C43', 'number', ['INVALID_INPUT', 'HISTORIC'], 1],
  ['C44', 'number', ['HISTORIC'], 0.999],
  ['C70', 'sex', ['DIFFERENT', 'EXACT', 'EQUIV'], 0.999],
  ['C72', 'name', ['PARTIAL', 'CLOSE', 'FOLD', 'EXACT', 'EQUIV'], 0.95],
  ['C87', 'name', ['HISTORIC'], 0.999],
];
/** Classes that show in the verdict itself. */
const VERDICT_GOALS = [
  ['C45', ({ verdict }) => verdict !== 'VERIFIED' && verdict !== 'PROBABLE', 0.999],
  ['C85', ({ verdict }) => verdict === 'NOT_FOUND', 0.999],
  ['C86', ({ verdict }) => verdict === 'STATUS_ALERT', 0.999],
];

class Tally {
  rows = 0;
  verdicts = {};
  counts = {
    verified: 0,
    verifiedRight: 0,
    probable: 0,
    probableRight: 0,
    known: 0,
    found: 0,
    settleable: 0,
    fairKnown: 0,
    fairFound: 0,
    agreed: 0,
    hardNegatives: 0,
    hardVerifiedWrong: 0,
    slips: 0,
    slipsVerified: 0,
  };
  bins = Array.from({ length: BINS }, () => ({ rows: 0, confidence: 0, right: 0 }));
  classes = new Map();
  disagreements = new Map();
  unsettled = new Map();

  add(judged, truth) {
    const { counts } = this;
    this.rows += 1;
    this.verdicts[judged.verdict] = (this.verdicts[judged.verdict] ?? 0) + 1;
    const verdict = judged.verdict === 'STATUS_ALERT' ? judged.underlying : judged.verdict;
    const right = isRight(judged.person, truth);
    const hard = truth.noise.some((code) => HARD_NEGATIVES.includes(code));
    if (verdict === 'VERIFIED') count(counts, 'verified', 'verifiedRight', right);
    if (verdict === 'PROBABLE') count(counts, 'probable', 'probableRight', right);
    if (truth.number !== '' && verdict !== 'INSUFFICIENT')
      this.addKnown(truth, right && (verdict === 'VERIFIED' || verdict === 'PROBABLE'), hard);
    if (hard) count(counts, 'hardNegatives', 'hardVerifiedWrong', verdict === 'VERIFIED' && !right);
    if (truth.noise.some((code) => code === 'C40' || code === 'C41'))
      count(counts, 'slips', 'slipsVerified', verdict === 'VERIFIED');
    if (judged.verdict === truth.expected) counts.agreed += 1;
    else {
      const key = `${truth.expected} → ${judged.verdict}`;
      this.disagreements.set(key, (this.disagreements.get(key) ?? 0) + 1);
    }
    if (judged.person !== null) this.calibrate(judged.confidence, right);
    this.addClass(judged, truth, right);
  }

  /** Somebody in the register, whose row has a key. Those not found are counted by what struck the row, form and contacts left out. */
  addKnown({ noise, expected }, found, hard) {
    const { counts } = this;
    count(counts, 'known', 'found', found);
    if (!hard) count(counts, 'fairKnown', 'fairFound', found);
    if (!LEFT_TO_PEOPLE.includes(expected)) counts.settleable += 1;
    if (found) return;
    const codes = noise.filter((code) => !BESIDE.has(code) && !FORM_ONLY.has(code));
    const key = codes.join('+') || 'none';
    this.unsettled.set(key, (this.unsettled.get(key) ?? 0) + 1);
  }

  calibrate(confidence, right) {
    const bin = this.bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    bin.rows += 1;
    bin.confidence += confidence;
    if (right) bin.right += 1;
  }

  /** Rows in which one class struck alone: what it does cannot be blamed on another. */
  addClass(judged, truth, right) {
    const codes = truth.noise.filter((code) => !BESIDE.has(code));
    if (codes.length !== 1) return;
    const [code] = codes;
    const field = CLASS_GOALS.find(([one]) => one === code);
    const whole = VERDICT_GOALS.find(([one]) => one === code);
    if (!whole && (!field || !right)) return;
    const reached = whole ? whole[1](judged) : field[2].includes(judged.fields[field[1]].class);
    const tally = this.classes.get(code) ?? { rows: 0, reached: 0 };
    count(tally, 'rows', 'reached', reached);
    this.classes.set(code, tally);
  }

  finish() {
    const { counts, rows } = this;
    const compared = this.bins.reduce((sum, bin) => sum + bin.rows, 0);
    return {
      rows,
      verdicts: this.verdicts,
      counts,
      verifiedPrecision: share(counts.verifiedRight, counts.verified),
      probablePrecision: share(counts.probableRight, counts.probable),
      recall: share(counts.found, counts.known),
      /** The recall of the expected verdicts themselves: what the rules leave to people can be settled by nobody who keeps to them. */
      settleable: share(counts.settleable, counts.known),
      fairRecall: share(counts.fairFound, counts.fairKnown),
      reviewShare: share(this.verdicts.REVIEW ?? 0, rows),
      ambiguousShare: share(this.verdicts.AMBIGUOUS ?? 0, rows),
      agreement: share(counts.agreed, rows),
      calibrationError: this.bins.reduce(
        (sum, bin) => sum + (bin.rows === 0 ? 0 : Math.abs(bin.confidence - bin.right) / compared),
        0,
      ),
      disagreements: mostFrequent(this.disagreements),
      unsettled: mostFrequent(this.unsettled),
      classes: Object.fromEntries(
        [
          ...CLASS_GOALS.map(([code, , , goal]) => [code, goal]),
          ...VERDICT_GOALS.map(([code, , goal]) => [code, goal]),
        ]
          .filter(([code]) => this.classes.has(code))
          .map(([code, goal]) => [code, { ...this.classes.get(code), goal }]),
      ),
    };
  }
}

function mostFrequent(tally) {
  return Object.fromEntries([...tally].sort((a, b) => b[1] - a[1]).slice(0, MOST_SHOWN));
}

function count(counts, all, some, hit) {
  counts[all] += 1;
  if (hit) counts[some] += 1;
}

export const share = (numerator, denominator) => (denominator === 0 ? null : numerator / denominator);

function isRight(person, { number }) {
  return (
    person !== null && number !== '' && (person.number === number || person.formerNumbers.includes(number))
  );
}
