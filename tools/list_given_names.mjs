// Lists the given names of all locales of the npm package @faker-js/faker (MIT), one a line.
//
//   node tools/list_given_names.mjs PACKAGE    the folder of the unpacked package
import { pathToFileURL } from 'node:url';

const { allLocales } = await import(pathToFileURL(process.argv[2] + '/dist/index.js').href);
const names = new Set();
for (const locale of Object.values(allLocales))
  for (const list of Object.values(locale.person?.first_name ?? {}))
    for (const name of Array.isArray(list) ? list : [])
      if (typeof name === 'string' && !/\s/.test(name)) names.add(name);
console.log([...names].sort().join('\n'));
