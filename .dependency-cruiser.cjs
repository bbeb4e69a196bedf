/** Who may import whom. Each row is a wall between two rooms, with the reason why it stands. */

const to = (path, pathNot) => ({ path, ...(pathNot ? { pathNot } : {}) });
/** Only the rooms in `rooms` may use the package. */
const owned = (name, packages, rooms, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(src|workers|migrations)/', pathNot: `(${rooms})|\\.test\\.ts$` },
  // A type is a promise, not a dependency: the code that runs stays inside the rooms.
  to: {
    path: packages.map((one) => `node_modules/${one}(/|$)`).join('|'),
    dependencyTypesNot: ['type-only'],
  },
});
const wall = (name, from, target, comment) => ({ name, comment, severity: 'error', from, to: target });

module.exports = {
  forbidden: [
    wall(
      'no-circle',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A circle of imports has no first file to read.',
    ),
    wall(
      'no-orphan',
      {
        orphan: true,
        pathNot:
          '(^migrations/|^workers/connectors/[^/]+/index\\.ts$|^src/cli/main\\.ts$|^src/gateway/emit-schema\\.ts$|\\.d\\.ts$|\\.test\\.ts$)',
      },
      {},
      'A file that nobody imports is dead.',
    ),
    wall(
      'domain-is-pure',
      { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to('.', '^src/domain/'),
      'The rules of the field must be readable and provable without a database, a clock or a package.',
    ),
    wall(
      'config-and-log-stand-alone',
      { path: '^src/(config|log|error-text)\\.ts$' },
      to('^(src|workers)/', '^src/(config|log|error-text)\\.ts$'),
      'Everybody needs them, so they need nobody.',
    ),
    wall(
      'db-knows-the-domain-only',
      { path: '^src/db/' },
      to('^(src|workers|migrations)/', '^src/(db|domain)/|^src/(config|log|project-root)\\.ts$'),
      'Storing is told what to store; it does not decide.',
    ),
    wall(
      'jobs-know-no-work',
      { path: '^src/jobs/' },
      to('^(src|workers)/', '^src/jobs/|^src/(config|log|project-root)\\.ts$'),
      'A bell does not know what it rings for.',
    ),
    wall(
      'services-write',
      { path: '^src/services/' },
      to('^(src|workers)/', '^src/(services|db|documents|domain|jobs)/|^src/(config|log|project-root)\\.ts$'),
      'A use case knows neither GraphQL nor workers: both call it.',
    ),
    wall(
      'documents-know-the-domain-only',
      { path: '^src/documents/' },
      to('^(src|workers|migrations)/', '^src/(documents|domain)/'),
      'A file format is told what to write and tells what it read; it decides nothing.',
    ),
    wall(
      'gateway-and-workers-are-strangers',
      { path: '^src/gateway/' },
      to('^workers/|^src/cli/'),
      'They meet in the database only, so that there may be many of each.',
    ),
    wall(
      'workers-do-not-serve',
      { path: '^workers/' },
      to('^src/(gateway|cli)/'),
      'They meet in the database only, so that there may be many of each.',
    ),
    wall(
      'only-the-command-line-starts-workers',
      { path: '^src/', pathNot: '^src/cli/' },
      to('^workers/'),
      'The core must not depend on who uses it.',
    ),
    wall(
      'simulator-shares-nothing',
      { path: '^workers/simulator/' },
      to('^(src|workers)/', '^workers/simulator/'),
      'If the pretended register shared code with a connector, tests against it would prove nothing.',
    ),
    wall(
      'simulator-speaks-http-only',
      { path: '^workers/', pathNot: '^workers/simulator/' },
      to('^workers/simulator/'),
      'Connectors reach the register as they will reach the real one: over the wire.',
    ),
    wall(
      'connectors-are-alone',
      { path: '^workers/connectors/([^/]+)/' },
      to(
        '^(src|workers)/',
        '^workers/connectors/$1/|^workers/connectors/(contract|errors|http-exchange|same-person)\\.ts$|^src/domain/',
      ),
      'A connector says what its source says; a new one is one new folder and touches no other.',
    ),
    wall(
      'processors-do-not-open-transactions',
      { path: '^workers/processors/' },
      to(
        '^(src|workers)/',
        '^workers/processors/|^workers/connectors/(contract|errors)\\.ts$|^src/(services|db|documents|domain|jobs)/|^src/(log|project-root)\\.ts$',
      ),
      'Work happens outside transactions; services open them.',
    ),
    wall(
      'migrations-know-no-code',
      { path: '^migrations/[0-9]' },
      to('^(src|workers)/'),
      'A migration must do tomorrow what it did today, whatever the code has become.',
    ),
    wall(
      'web-knows-the-schema-only',
      { path: '^web/' },
      to('^(src|workers|migrations)/'),
      'The console is a client like any other.',
    ),
    wall(
      'nobody-imports-tests',
      { path: '^(src|workers|migrations|web)/', pathNot: '\\.test\\.ts$' },
      to('^test/|\\.test\\.ts$'),
      'What only tests need must not reach the product.',
    ),
    wall(
      'no-development-packages',
      { path: '^(src|workers)/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
      'The product must run on its dependencies alone.',
    ),
    owned(
      'graphql-lives-in-the-gateway',
      ['@apollo/server', 'type-graphql', '@as-integrations/[^/]+'],
      '^src/gateway/',
      'The schema library is a release candidate: it must be cheap to leave.',
    ),
    owned(
      'typeorm-lives-with-the-data',
      ['typeorm'],
      '^src/(db|services)/|^migrations/',
      'Beyond the rooms that store, only its types are seen.',
    ),
    owned(
      'bullmq-lives-with-the-jobs',
      ['bullmq', 'ioredis'],
      '^src/jobs/|^workers/(main|keep-schedules)\\.ts$|^src/cli/doctor/',
      'The queue is a doorbell: nothing else may come to depend on it.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web/dist|coverage|bench)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    reporterOptions: {
      dot: {
        collapsePattern: '^(src/[^/]+|workers/(connectors|processors|simulator)|migrations|schema|test|web)',
      },
    },
  },
};
