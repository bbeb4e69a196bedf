/** Stops an old Node before anything else is loaded; written in the JavaScript that even Node 6 reads. */

const wanted = [20, 19];
const found = process.versions.node.split('.').map(Number);

if (Number(found[0]) < 20 || (Number(found[0]) === 20 && Number(found[1]) < 19)) {
  process.stderr.write(
    'Hub06 cần Node.js ' +
      wanted.join('.') +
      ' trở lên; máy này đang dùng ' +
      process.versions.node +
      '. Hãy cài bản LTS mới từ https://nodejs.org (hoặc: nvm install 22).\n' +
      'Hub06 needs Node.js ' +
      wanted.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Install the current LTS from https://nodejs.org (or: nvm install 22).\n',
  );
  process.exit(1);
}

export {};
