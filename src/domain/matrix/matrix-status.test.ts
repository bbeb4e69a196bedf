/** The first visible rule: when a verification run makes a cell partial, and when benefiting. */
import { deriveVerificationStatus, VERIFICATION_FEEDS } from './matrix-status';

const outcome = (verified: number, unavailable = 0) => ({ rows: 100, verified, probable: 0, unavailable });

describe('deriveVerificationStatus', () => {
  it.each([
    ['nothing checked', { rows: 0, verified: 0, probable: 0, unavailable: 0 }, null],
    ['nine in ten verified', outcome(90), 'BENEFITING'],
    ['fewer verified', outcome(89), 'PARTIAL'],
    ['the source often silent', outcome(94, 6), 'PARTIAL'],
    ['the source seldom silent', outcome(95, 5), 'BENEFITING'],
  ])('%s', (_, counts, status) => {
    expect(deriveVerificationStatus(counts)).toBe(status);
  });

  it('feeds B.1.1 and D.1, where businesses and government benefit', () => {
    expect(VERIFICATION_FEEDS.map((feed) => `${feed.itemPath} ${feed.columnCode}`)).toEqual([
      'B.1.1 BENEFIT_BUSINESS',
      'B.1.1 BENEFIT_GOVERNMENT',
      'D.1 BENEFIT_BUSINESS',
      'D.1 BENEFIT_GOVERNMENT',
    ]);
  });
});
