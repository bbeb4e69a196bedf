/** A choice of rules: which are off, and which are applied, suggested or only flagged, where that differs from the catalogue. */
import { findRule } from './catalogue';
import { ChangeMode, type Finding, type RuleDescription } from './rule';

export const RuleMode = { ...ChangeMode, OFF: 'OFF' } as const;
export type RuleMode = (typeof RuleMode)[keyof typeof RuleMode];

export interface RulePack {
  readonly id: string;
  /** Rule id → mode; rules that are not named keep the catalogue's. */
  readonly modes: Readonly<Record<string, RuleMode>>;
}

export type PackProblem = { readonly rule: string; readonly problem: 'UNKNOWN_RULE' | 'NOT_AUTOMATIC' };

/** What a pack may not ask for: rules that do not exist, and losing information without a person. */
export function findPackProblems(modes: RulePack['modes']): PackProblem[] {
  return Object.entries(modes).flatMap(([id, mode]): PackProblem[] => {
    const rule = findRule(id);
    if (rule === null) return [{ rule: id, problem: 'UNKNOWN_RULE' }];
    const loses = mode === RuleMode.AUTO && (!rule.lossless || rule.mode === ChangeMode.FLAG);
    return loses ? [{ rule: id, problem: 'NOT_AUTOMATIC' }] : [];
  });
}

export const WHOLE_CATALOGUE: RulePack = { id: 'catalogue', modes: {} };

/** The mode of one finding; null when its rule is off. A pack cannot apply what has no value to apply. */
export function modeOf(rule: RuleDescription, finding: Finding, pack: RulePack): ChangeMode | null {
  const wished = pack.modes[rule.id];
  if (wished === RuleMode.OFF) return null;
  if (finding.after === null) return ChangeMode.FLAG;
  return wished ?? finding.mode ?? rule.mode;
}
