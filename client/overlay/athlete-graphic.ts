// <athlete-graphic>: the lower third: who it is, for whom, the bests, and what is noted of the skater or was skated earlier.
import { html, nothing } from 'lit';
import { formatTime } from '../../shared/format-time.ts';
import { nationName } from '../../shared/nations.ts';
import { words } from '../kit/air-words.ts';
import { type AthleteFacts, earlierRaces, factsOf } from '../kit/athlete-facts.ts';
import { language } from '../kit/language.ts';
import { personName } from '../kit/person-name.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, type Wish, whoOf } from './known.ts';

export interface AthleteData extends Who, AthleteFacts {
  readonly entry: string;
  readonly club?: string | undefined;
  readonly members?: readonly string[];
  readonly digits?: 3 | undefined;
  /** The last race of the meet that was skated before this one. */
  readonly earlier?: {
    readonly race: string;
    readonly rank?: number | undefined;
    readonly timeUs?: number | undefined;
  };
}

function earlierOf({ board, meet, results }: Known, athlete: string | undefined): AthleteData['earlier'] {
  for (const { id } of earlierRaces(meet, board.race.id, athlete).toReversed()) {
    const past = results?.get(id);
    const row = past && Object.values(past.rows).find((one) => one.athlete === athlete);
    if (past === undefined || row === undefined || (row.rank === undefined && row.timeUs === undefined)) continue;
    const race = `${past.race.eventName} · ${past.race.name}`;
    return { race, rank: row.rank, timeUs: row.flags.finished === true ? row.timeUs : undefined };
  }
  return undefined;
}

export function athleteData(known: Known, { entry }: Wish): AthleteData | undefined {
  const { board, meet } = known;
  const row = entry === undefined ? undefined : board.rows[entry];
  if (entry === undefined || row === undefined) return undefined;
  const earlier = earlierOf(known, row.athlete);
  const members = Object.values(row.members ?? {}).sort((a, b) => a.order - b.order);
  return {
    entry,
    ...whoOf(row),
    ...factsOf(meet, board.race, entry, row),
    ...(row.club !== undefined && { club: row.club }),
    ...(members.length > 0 && { members: members.map(({ name }) => name) }),
    digits: board.race.digits,
    ...(earlier !== undefined && { earlier }),
  };
}

/** The races of which results are asked for, so that the one before can be named. */
export function racesFor({ board, meet }: Known, { entry }: Wish): readonly string[] {
  const athlete = entry === undefined ? undefined : board.rows[entry]?.athlete;
  return earlierRaces(meet, board.race.id, athlete).map(({ id }) => id);
}

export class AthleteGraphic extends GraphicElement<AthleteData> {
  protected override picture(data: AthleteData) {
    const { nation, club, bib } = data;
    const from = [nation && nationName(nation, language()), club].filter((text) => text !== undefined && text !== '');
    return html`${nation === undefined ? nothing : html`<img class="flag" src=${`/flags/${nation}.svg`} alt="" width="3" height="2" />`}
      <div class="who"><p class="line-one">${personName(data.name)}</p>
        <p class="line-two" dir="auto">${from.join(' · ')}${bib === undefined ? nothing : html`<i>${words('bibShort', { bib })}</i>`}</p></div>
      ${this.#facts(data)}`;
  }

  #facts({ pbUs, sbUs, note, earlier, members, digits }: AthleteData) {
    const time = (us: number) => formatTime(us, { digits: digits ?? 2 });
    const bests = [
      ['PB', pbUs],
      ['SB', sbUs],
    ].flatMap(([name, us]) =>
      typeof us === 'number' ? [html`<span class="best"><i>${name}</i><b>${time(us)}</b></span>`] : [],
    );
    const before =
      earlier === undefined
        ? undefined
        : html`<span class="earlier" dir="auto">${earlier.race} ${earlier.rank === undefined ? nothing : html`<b>${earlier.rank}</b>`} ${earlier.timeUs === undefined ? '' : time(earlier.timeUs)}</span>`;
    const told = note ?? members?.join(' · ');
    const remark = told === undefined ? before : html`<span class="note" dir="auto">${told}</span>`;
    if (bests.length === 0 && remark === undefined) return nothing;
    return html`<div class="facts">${bests}${remark ?? nothing}</div>`;
  }
}

customElements.define('athlete-graphic', AthleteGraphic);
