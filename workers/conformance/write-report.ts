/** A conformance report for people and for machines: a table, and JUnit for build servers. */
import { type ConformanceReport } from './run-suite';

type Language = 'vi' | 'en';

const SIGNS = { PASSED: '✓', FAILED: '✗', NOT_APPLICABLE: '–' } as const;

export function writeTable(report: ConformanceReport, language: Language): string {
  const lines = report.cases.map(({ title, outcome, detail, ms }) => {
    const why = detail === null ? '' : `  (${detail})`;
    return `  ${SIGNS[outcome]} ${title[language]}${why}  ${ms} ms`;
  });
  const { connector, passed, failed, notApplicable } = report;
  const sum =
    language === 'vi'
      ? `${connector}: ${passed} đạt, ${failed} không đạt, ${notApplicable} không áp dụng`
      : `${connector}: ${passed} passed, ${failed} failed, ${notApplicable} not applicable`;
  return `${[...lines, sum].join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

export function writeJUnit(report: ConformanceReport): string {
  const cases = report.cases.map(({ id, outcome, detail, ms }) => {
    const head = `    <testcase classname="${escape(report.connector)}" name="${escape(id)}" time="${ms / 1_000}"`;
    if (outcome === 'PASSED') return `${head}/>`;
    const why = outcome === 'FAILED' ? 'failure' : 'skipped';
    return `${head}><${why} message="${escape(detail ?? '')}"/></testcase>`;
  });
  const { connector, failed, notApplicable } = report;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="conformance ${escape(connector)}" tests="${cases.length}" failures="${failed}" skipped="${notApplicable}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
