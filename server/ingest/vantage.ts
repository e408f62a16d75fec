// The Vantage source: one event in, meet documents and facts out. Pure; knows neither where events come from nor where
// facts go. The format is described in emando/vantage-events.
import { type FactDraft, factDraftSchema } from '../../shared/facts.ts';
import { faultOf } from './fault.ts';
import type { Refusal, Translator } from './port.ts';
import { type EventName, eventSchemas, unneededEvents } from './vantage/events.ts';
import { type Events, handlersOf, nothing, type Step, type VantageState } from './vantage/handlers.ts';

export interface VantageOptions {
  /** The name of this source; its facts' ids begin with it, and it is the name of its clock. */
  readonly source?: string;
  /** In front of every id of meet, event and race: the runs of a replay are told apart by it. */
  readonly prefix?: string;
  /** What is written behind the name of the meet: that it is a replay, say. */
  readonly label?: string;
}

/** The type and the object of one message, or why it is none. */
function read(text: string): { name: string; event: unknown } | Refusal {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    return { code: 'not-json', says: `it is no JSON: ${text.slice(0, 80)}` };
  }
  const name = typeof event === 'object' && event !== null && 'typeName' in event ? event.typeName : undefined;
  return typeof name === 'string' ? { name, event } : { code: 'no-type', says: 'it has no typeName' };
}

function isTaken(name: string): name is EventName {
  return Object.hasOwn(eventSchemas, name);
}

/** What is no fact, because a value in it is out of all bounds, is refused here rather than by the server. */
function usable(name: string, step: Step): Step {
  const facts: FactDraft[] = [];
  const refused: Refusal[] = [];
  for (const fact of step.facts) {
    const checked = factDraftSchema.safeParse(fact);
    if (checked.success) facts.push(fact);
    else refused.push({ code: 'unusable-fact', says: `${name}, ${fact.kind}: ${faultOf(checked.error)}` });
  }
  return refused.length === 0 ? step : { ...step, facts, refused: step.refused.concat(refused) };
}

/** A translator of one Vantage stream. */
export function vantage({ source = 'vantage', prefix = '', label }: VantageOptions = {}): Translator<VantageState> {
  const handlers = handlersOf(source, prefix, label);
  const take = <Name extends EventName>(state: VantageState, name: Name, event: unknown): Step => {
    const parsed = eventSchemas[name].safeParse(event);
    if (!parsed.success) return nothing(state, { code: 'bad-event', says: `${name}: ${faultOf(parsed.error)}` });
    return usable(name, handlers[name](state, parsed.data as Events[Name]));
  };
  return {
    begin: (known) => ({ competitions: new Map(), distances: new Map(), heats: new Map(), known, stale: new Set() }),
    again(state) {
      const guns = [...state.heats.values()].flatMap(({ race, startUs }) =>
        startUs === undefined ? [] : [[race, startUs] as const],
      );
      return { ...state, known: new Map([...state.known, ...guns]), stale: new Set(state.heats.keys()) };
    },
    translate(state, { text }) {
      const message = read(text);
      if ('code' in message) return nothing(state, message);
      const { name, event } = message;
      if (isTaken(name)) return take(state, name, event);
      if (unneededEvents.has(name)) return nothing(state);
      return nothing(state, { code: 'unknown-event', says: `there is no event ${name.slice(0, 60)} that we know` });
    },
  };
}
