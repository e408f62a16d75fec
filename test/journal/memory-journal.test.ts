import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { admissionContract } from './admission-contract.ts';
import { journalContract } from './journal-contract.ts';
import { meetContract } from './meet-contract.ts';

const open = (nowUs: () => number) => {
  const journal = openMemoryJournal({ nowUs });
  return { journal, dispose: () => journal.close() };
};

journalContract('memory', open);
admissionContract('memory', open);
meetContract('memory', open);
