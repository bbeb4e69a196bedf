#!/usr/bin/env node
/** The program behind `hub06`: there and executable before anything is built, and plain enough for an old Node to read. */
'use strict';

var fs = require('fs');
var path = require('path');

var main = path.join(path.dirname(module.filename), '..', '..', 'dist', 'src', 'cli', 'main.js');

if (fs.existsSync(main)) {
  require(main).runAsProgram();
} else {
  process.stderr.write(
    'Hub06 chưa được dựng. Hãy chạy: npm ci && npm run build (hoặc: npm start)\n' +
      'Hub06 is not built yet. Run: npm ci && npm run build (or: npm start)\n',
  );
  process.exitCode = 1;
}
