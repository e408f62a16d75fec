import { describe, expect, it } from 'vitest';
import { ofMeet } from '../../server/engine/meet-decisions.ts';
import { massStartMeet, Script } from './script.ts';

const kinds = (script: Script, meet = 'm1') => ofMeet(script.meetRaces().loose, meet).map(({ id }) => id);

describe('what is decided about a meet', () => {
  it('[F7] counts in the order in which it was decided, unless it is retracted, and again once restored', () => {
    const script = new Script(massStartMeet());
    script.say({ id: 'a', kind: 'programme', meet: 'm1', show: 'r1' });
    script.say({ id: 'b', kind: 'designate', meet: 'm1', selection: 's', slot: 1, athlete: 'a1' });
    script.say({ id: 'c', kind: 'programme', meet: 'm2', delayUs: 1 });
    expect(kinds(script)).toEqual(['a', 'b']);
    script.retract('a');
    expect(kinds(script)).toEqual(['b']);
    script.say({ kind: 'restore', target: 'a' });
    expect(kinds(script)).toEqual(['a', 'b']);
    expect(kinds(script, 'm2')).toEqual(['c']);
    expect(kinds(script, 'm3')).toEqual([]);
  });

  it('[F5] is the same list while only others are decided about', () => {
    const script = new Script(massStartMeet());
    script.say({ kind: 'programme', meet: 'm1', show: 'r1' });
    const before = script.boards();
    script.say({ kind: 'programme', meet: 'm2', show: 'x1' });
    const after = script.stepOf(before);
    expect(ofMeet(after.events.races.loose, 'm2')).toHaveLength(1);
    expect(ofMeet(after.events.races.loose, 'm1')).toBe(ofMeet(before.events.races.loose, 'm1'));
  });
});
