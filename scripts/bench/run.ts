// Prints the figures that the README and the commit messages name. Machines differ and are shared: what counts is the
// ratios within one run. Nothing here passes or fails.
import { benchFirstAnswer } from './first-answer.ts';
import { benchImport } from './import.ts';
import { benchLargeFile } from './large-file.ts';
import { benchOsm } from './osm.ts';
import { benchNetwork } from './network.ts';
import { benchGrowth } from './growth.ts';
import { benchValhalla } from './valhalla.ts';

const benchmarks = {
  'Opening the sample': benchFirstAnswer,
  'Reading files': benchImport,
  'A large file in the page': benchLargeFile,
  'Reading OpenStreetMap': benchOsm,
  'Road networks': benchNetwork,
  'Road networks as they grow': benchGrowth,
  'Beside Valhalla': benchValhalla,
};

for (const [name, run] of Object.entries(benchmarks)) {
  console.log(`\n${name}`);
  for (const line of await run()) console.log(`  ${line}`);
}
