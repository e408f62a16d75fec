// Opens the journal of argument 1 and appends readings, from the number in argument 2 on, until it is killed. Prints
// each id once it is acknowledged.
import { writeSync } from 'node:fs';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { passing } from './samples.ts';

const [file = '', from = '0'] = process.argv.slice(2);
const journal = openSqliteJournal(file);
for (let i = Number(from); ; i++) {
  const id = `p${i}`;
  const answer = await journal.append([passing(id)], 'writer');
  if (!answer.ok) throw new Error(answer.says);
  writeSync(1, `${id}\n`);
}
