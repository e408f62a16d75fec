// The sprints as a small table: before the race what each is worth, after it who won them.
import { html, nothing } from 'lit';
import type { Board, Row, Sprint } from '../../shared/board.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import { sprintKeys, sprintName } from '../kit/sprint-words.ts';

function line(board: Pick<Board, 'sprints' | 'rows'>, n: string, sprint: Sprint) {
  const first: Row[] = (sprint.order[0] ?? []).flatMap((entry) => board.rows[entry] ?? []);
  const head = html`<b>${sprintName(board.sprints, n)}</b><span class="lap">${words('lap', { lap: sprint.lap })}</span>`;
  return first.length === 0
    ? html`<li>${head}<span class="worth">${sprint.points.join('  ')}</span></li>`
    : html`<li>${head}${first.slice(0, 1).map(({ name }) => personName(name))}</li>`;
}

/** One line a sprint, in the order in which they are skated. */
export function sprintTable(board: Pick<Board, 'sprints' | 'rows'>) {
  const keys = sprintKeys(board.sprints);
  if (keys.length === 0) return nothing;
  return html`<ol class="sprint-table">${keys.map((n) => {
    const sprint = board.sprints[n];
    return sprint === undefined ? nothing : line(board, n, sprint);
  })}</ol>`;
}
