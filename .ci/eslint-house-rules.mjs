/** The house style that no published ESLint rule checks: file names, and a first sentence that says what a file answers for. */
import { basename } from 'node:path';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const NAMED_BY_TOOLS = /^(\.|README|__)/;

const kebabCaseFiles = {
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename);
        if (KEBAB_CASE.test(name) || NAMED_BY_TOOLS.test(name)) return;
        context.report({ node, message: `File names are kebab-case: rename ${name}.` });
      },
    };
  },
};

const openingSentence = {
  create(context) {
    return {
      Program(node) {
        const [first] = context.sourceCode.getAllComments();
        const opens = first && first.range[0] <= (node.body[0]?.range[0] ?? 0);
        if (opens && first.value.trim().length > 20) return;
        context.report({ node, message: 'Open the file with one sentence that says what it answers for.' });
      },
    };
  },
};

export const houseRules = {
  rules: { 'kebab-case-files': kebabCaseFiles, 'opening-sentence': openingSentence },
};
