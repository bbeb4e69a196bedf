/** The way to publication: every state is reached, and every one but the draft leads back to it. */
import { AssessmentState, AssessmentStep, findMove, isOpenForEditing, MOVES } from './assessment-state';

const states = Object.values(AssessmentState);
const moves = Object.values(MOVES).flat();

describe('the way of an assessment', () => {
  it('reaches every state from the draft', () => {
    const reached = new Set<AssessmentState>(['DRAFT']);
    for (let round = 0; round < states.length; round += 1) {
      for (const move of moves) if (reached.has(move.from)) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('leads back to the draft from everywhere else, by a return', () => {
    for (const state of states) {
      expect(findMove(AssessmentStep.RETURN, state)?.to ?? null).toBe(state === 'DRAFT' ? null : 'DRAFT');
    }
  });

  it('never leaps: a draft cannot be published, and only a draft is edited', () => {
    expect(findMove(AssessmentStep.PUBLISH, 'DRAFT')).toBeNull();
    expect(states.filter(isOpenForEditing)).toEqual(['DRAFT']);
  });
});
