// Why a journal file cannot be opened or used. Thrown, for it stops a command; its message is for people.

export class JournalFileError extends Error {
  override readonly name = 'JournalFileError';
}
