// The line an operator types, from the first letter to what came of it: read, previewed, confirmed, sent. Knows no element.

import type { Refused } from '../kit/ask.ts';
import { type Changes, changesBy, noChanges } from './changes.ts';
import { needsRace, read } from './commands.ts';
import { say } from './console-words.ts';
import type { Context, FactBody, Outcome, Saying } from './outcome.ts';
import { type Desk, newerSeq, type OutgoingFact } from './send.ts';
import { nextRedo, nextUndo, type Step, stepOf, turned, turning, withStep } from './undo-stack.ts';

/** What waits for a second Enter. */
export interface Proposal {
  readonly facts: readonly OutgoingFact[];
  readonly says: Saying;
  readonly changes: Changes;
  /** A step of this page that it takes back or does again. */
  readonly turns?: Step;
}

export interface Note {
  readonly kind: 'done' | 'wrong' | 'hint' | 'doubt';
  readonly text: string;
  /** Codes that may be meant. */
  readonly offers?: readonly string[];
}

/** What the page does by itself. */
export type PageAct = Exclude<Outcome, { does: 'wrong' | 'facts' | 'undo' | 'redo' | 'screen' }>;

export interface LineParts {
  readonly desk: Pick<Desk, 'preview' | 'send' | 'tell'>;
  readonly newId: () => string;
  /** What the page shows now; undefined before it shows a race. */
  readonly context: () => Context | undefined;
  readonly act: (act: PageAct) => void;
  readonly changed: () => void;
  readonly memory: { steps: readonly Step[] };
}

/** What a line that needs no race is read against. */
const noRace: Pick<Context, 'selected' | 'nowUs' | 'worn' | 'race'> = {
  race: '',
  worn: new Map(),
  selected: undefined,
  nowUs: undefined,
};

export class TypedLine {
  text = '';
  proposal: Proposal | undefined;
  note: Note | undefined;
  /** Something was asked of the server and not answered yet. */
  isBusy = false;
  /** What is on its way to be stored; an Enter meanwhile waits for it. */
  #sending: Promise<void> | undefined;
  readonly #parts: LineParts;
  /** The newest fact of the race when this line was begun: what its decisions were made upon. */
  #seen: number | undefined;
  /** The newest this page has stored itself. */
  #ownSeq = 0;
  /** The line whose doubts were told: the next Enter goes on in spite of them. */
  #doubted: string | undefined;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  /** The field holds this now. */
  type(text: string): void {
    if (text === this.text) return;
    if (this.text.trim() === '') this.#begin();
    this.text = text;
    this.#doubted = undefined;
    this.proposal = undefined;
    this.note = this.#hint();
    this.#parts.changed();
  }

  /** As if it had been typed and entered. */
  async run(text: string): Promise<void> {
    this.leave();
    this.type(text);
    await this.enter();
  }

  /** Esc: first what waits to be confirmed, then what is typed. */
  leave(): void {
    if (this.proposal === undefined) {
      this.text = '';
      this.note = undefined;
    } else {
      this.proposal = undefined;
      this.note = this.#hint();
    }
    this.#parts.changed();
  }

  async enter(): Promise<void> {
    await this.#sending;
    // A preview nobody has seen yet is not confirmed.
    if (this.isBusy) return;
    if (this.proposal !== undefined) return this.#send(this.proposal);
    if (this.text.trim() === '') return;
    const outcome = this.#read();
    if (outcome === undefined) this.#say({ kind: 'wrong', text: say('noRaceYet') });
    else await this.#follow(outcome);
  }

  #begin(): void {
    const seq = this.#parts.context()?.console.seq ?? 0;
    this.#seen = seq >= this.#ownSeq ? seq : undefined;
  }

  #read(): Outcome | undefined {
    const context = this.#parts.context();
    if (context !== undefined) return read(this.text, context);
    return needsRace(this.text) ? undefined : read(this.text, noRace as Context);
  }

  /** What the line would do as it stands, said while it is typed. */
  #hint(): Note | undefined {
    if (this.text.trim() === '') return undefined;
    const outcome = this.#read();
    if (outcome === undefined || !('says' in outcome)) return undefined;
    const offers = outcome.does === 'facts' ? outcome.offers : undefined;
    return {
      kind: 'hint',
      text: say(outcome.says.label, outcome.says.values),
      ...(offers !== undefined && { offers }),
    };
  }

  async #follow(outcome: Outcome): Promise<void> {
    switch (outcome.does) {
      case 'wrong':
        this.#say({ kind: 'wrong', text: say(outcome.says.label, outcome.says.values) });
        return;
      case 'facts':
        if (outcome.doubts === undefined || this.#doubted === this.text) {
          return this.#propose(outcome.facts, outcome.says, outcome.straight === true);
        }
        this.#doubted = this.text;
        this.#say({
          kind: 'doubt',
          text: say(outcome.doubts.label, outcome.doubts.values),
          offers: outcome.offers ?? [],
        });
        return;
      case 'undo':
      case 'redo':
        return this.#turn(outcome.does);
      case 'screen': {
        const answer = await this.#asking(this.#parts.desk.tell(outcome.name, outcome.settings));
        if (!answer.ok) return this.#refused(answer);
        this.text = '';
        this.#done({ label: outcome.settings === undefined ? 'forgotten' : 'told', values: { name: outcome.name } });
        return;
      }
      default:
        this.text = '';
        this.note = undefined;
        this.#parts.act(outcome);
        this.#parts.changed();
    }
  }

  #turn(does: 'undo' | 'redo'): Promise<void> | undefined {
    const race = this.#parts.context()?.race ?? '';
    const { steps } = this.#parts.memory;
    const step = does === 'undo' ? nextUndo(steps, race) : nextRedo(steps, race);
    if (step === undefined) {
      this.#say({ kind: 'wrong', text: say(does === 'undo' ? 'nothingToUndo' : 'nothingToRedo') });
      return undefined;
    }
    const what = say(step.says.label, step.says.values);
    return this.#propose(
      turning(step),
      { label: does === 'undo' ? 'undoing' : 'redoing', values: { what } },
      false,
      step,
    );
  }

  async #propose(bodies: readonly FactBody[], says: Saying, straight: boolean, turns?: Step): Promise<void> {
    const context = this.#parts.context();
    if (context === undefined) return;
    const after = this.#seen ?? Math.max(context.console.seq, this.#ownSeq);
    const facts = bodies.map((body) => {
      const isReading = body.kind === 'passing' || body.kind === 'start';
      // Of another race nobody here has seen anything.
      const isHere = body.race === undefined || body.race === context.race;
      return { ...body, id: this.#parts.newId(), ...(!isReading && isHere && { after }) } as OutgoingFact;
    });
    const { text } = this;
    const proposal = { facts, says, changes: noChanges, ...(turns !== undefined && { turns }) };
    if (straight) return this.#send(proposal);
    const answer = await this.#asking(this.#parts.desk.preview(facts));
    if (this.text !== text) return;
    if (!answer.ok) return this.#refused(answer);
    this.proposal = { ...proposal, changes: changesBy(context, answer.patches) };
    this.note = undefined;
    this.#parts.changed();
  }

  #send(proposal: Proposal): Promise<void> {
    this.#sending = this.#store(proposal);
    return this.#sending;
  }

  /** The field is free for the next line at once; a refused one comes back into it. */
  async #store(proposal: Proposal): Promise<void> {
    const { facts, says, turns } = proposal;
    const { text } = this;
    const race = this.#parts.context()?.race ?? '';
    this.text = '';
    this.proposal = undefined;
    const answer = await this.#asking(this.#parts.desk.send(facts));
    this.#sending = undefined;
    if (answer.ok) {
      const { memory } = this.#parts;
      this.#learn(answer.lastSeq, facts);
      memory.steps =
        turns === undefined ? withStep(memory.steps, stepOf(race, says, facts)) : turned(memory.steps, turns);
      this.#done(says);
      return;
    }
    const isFree = this.text === '';
    if (isFree) this.text = text;
    this.#refused(answer);
    // Nobody knows whether it was stored: the same facts with the same ids cannot be stored twice.
    if (isFree && answer.status === 0) this.proposal = proposal;
    this.#parts.changed();
  }

  /** What was stored meanwhile is known to who begins the next line: it is his own. */
  #learn(lastSeq: number, facts: readonly OutgoingFact[]): void {
    this.#ownSeq = Math.max(this.#ownSeq, lastSeq);
    const seen = this.#seen;
    if (seen === undefined || seen >= lastSeq) return;
    const own = new Set(facts.map(({ id }) => id));
    const others = Object.entries(this.#parts.context()?.console.decisions ?? {});
    if (!others.some(([id, { seq }]) => seq > seen && seq < lastSeq && !own.has(id))) this.#seen = lastSeq;
  }

  async #asking<T>(answer: Promise<T>): Promise<T> {
    this.isBusy = true;
    this.#parts.changed();
    try {
      return await answer;
    } finally {
      this.isBusy = false;
    }
  }

  /** The decision stays in the field; who has read that another was made may decide on top of it. */
  #refused(refusal: Refused): void {
    this.proposal = undefined;
    const newer = newerSeq(refusal);
    if (newer !== undefined) this.#seen = Math.max(newer, this.#seen ?? 0);
    const text = newer === undefined ? say('refused', { why: refusal.detail }) : say('overtaken', { seq: newer });
    this.#say({ kind: 'wrong', text: refusal.status === 0 ? say('noAnswer') : text });
  }

  #done({ label, values }: Saying): void {
    this.#say({ kind: 'done', text: say('sent', { what: say(label, values) }) });
  }

  #say(note: Note): void {
    this.note = note;
    this.#parts.changed();
  }
}
