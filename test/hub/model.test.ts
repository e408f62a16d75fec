import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { Expected, people, topics, type Want } from './expected.ts';
import { type Claim, Hall } from './hall.ts';

const runs = 300;

/** A step of a schedule: what it does to the hall, told in a word where a run fails. */
class Step implements fc.Command<Expected, Hall> {
  readonly #says: string;
  readonly #run: (expected: Expected, hall: Hall) => void;
  readonly #check: (expected: Expected) => boolean;

  constructor(
    says: string,
    run: (expected: Expected, hall: Hall) => void,
    check: (expected: Expected) => boolean = () => true,
  ) {
    this.#says = says;
    this.#run = run;
    this.#check = check;
  }

  check(expected: Readonly<Expected>): boolean {
    return this.#check(expected as Expected);
  }

  run(expected: Expected, hall: Hall): void {
    this.#run(expected, hall);
    hall.look(expected);
  }

  toString(): string {
    return this.#says;
  }
}

const person = fc.nat(people - 1);
const topic = fc.constantFrom(...topics);
const claim = fc.constantFrom<Claim>('nothing', 'held', 'held', 'old', 'foreign');
const want: fc.Arbitrary<Want> = fc.record({
  delayMs: fc.constantFrom(0, 0, 1000, 2000, 7000, 120_000),
  maxHz: fc.constantFrom(25, 25, 10, 5, 2, 1),
});
const choice = fc.nat(1000);

const publish = topic.map((name) => new Step(`publish ${name}`, (expected, hall) => hall.publish(expected, name)));
const remove = topic.map(
  (name) =>
    new Step(
      `remove ${name}`,
      (expected, hall) => hall.remove(expected, name),
      (expected) => expected.isThere(name),
    ),
);
const pass = fc
  .constantFrom(1, 39, 40, 41, 500, 999, 1000, 2000, 5000, 16_000)
  .map((ms) => new Step(`pass ${ms}`, (expected, hall) => hall.pass(expected, ms)));
const subscribe = fc
  .tuple(person, topic, want, claim, choice)
  .map(
    ([i, name, wanted, held, nth]) =>
      new Step(`subscribe ${i} ${name} ${JSON.stringify(wanted)} ${held} ${nth}`, (expected, hall) =>
        hall.sub(expected, i, name, wanted, held, nth),
      ),
  );
const unsubscribe = fc
  .tuple(person, topic)
  .map(([i, name]) => new Step(`unsubscribe ${i} ${name}`, (expected, hall) => hall.unsub(expected, i, name)));
const stall = fc
  .tuple(person, fc.constantFrom(0, 300, 1e9))
  .map(([i, room]) => new Step(`stall ${i} ${room}`, (expected, hall) => hall.stall(expected, i, room)));
const drain = person.map((i) => new Step(`drain ${i}`, (expected, hall) => hall.drain(expected, i)));
const cut = fc
  .tuple(person, claim, choice)
  .map(([i, held, nth]) => new Step(`cut ${i} ${held} ${nth}`, (expected, hall) => hall.cut(expected, i, held, nth)));
const restart = fc
  .tuple(claim, choice)
  .map(([held, nth]) => new Step(`restart ${held} ${nth}`, (expected, hall) => hall.restart(expected, held, nth)));

const steps = fc.commands(
  [
    publish,
    publish,
    publish,
    publish,
    pass,
    pass,
    pass,
    subscribe,
    subscribe,
    subscribe,
    unsubscribe,
    stall,
    drain,
    cut,
    remove,
    restart,
  ],
  { maxCommands: 60, size: 'max' },
);

it('[W25][W1][W12] whatever happens, who reads ends equal, versions rise, and a delay shows nothing newer', () => {
  fc.assert(
    fc.property(steps, (commands) => {
      const expected = new Expected();
      const hall = new Hall(expected);
      fc.modelRun(() => ({ model: expected, real: hall }), commands);
      hall.settle(expected);
    }),
    { numRuns: runs },
  );
});

afterAll(() => {
  expect(Hall.seen.present).toBeGreaterThan(10 * runs);
  expect(Hall.seen.delayed).toBeGreaterThan(10 * runs);
  expect(Hall.seen.errors).toBeGreaterThan(runs / 10);
});
