// Why a command cannot do what it was asked. Its message is for people and follows "splitcast: ".

export class CommandError extends Error {
  override readonly name = 'CommandError';
}
