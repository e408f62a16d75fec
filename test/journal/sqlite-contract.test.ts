import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { admissionContract } from './admission-contract.ts';
import { journalContract } from './journal-contract.ts';
import { meetContract } from './meet-contract.ts';
import { tempFile } from './temp-file.ts';

const open = (nowUs: () => number) => {
  const { file, remove } = tempFile();
  const journal = openSqliteJournal(file, { nowUs });
  return {
    journal,
    dispose() {
      journal.close();
      remove();
    },
  };
};

journalContract('sqlite', open);
admissionContract('sqlite', open);
meetContract('sqlite', open);
