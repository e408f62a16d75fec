// `/api/v1/races/<id>/result.csv`: the result of a race, as it stands, for a spreadsheet.
import type { Board } from '../../shared/board.ts';
import { resultCsv } from '../startlist/export-result.ts';
import { unknown } from './board-routes.ts';
import { stateTag } from './etag.ts';
import type { HttpParts } from './parts.ts';
import type { Route } from './route.ts';

export function resultRoutes({ topics }: Pick<HttpParts, 'topics'>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/races/{id}/result.csv',
      name: 'getResultCsv',
      says: 'The result of a race as it stands, with the columns of its sheet, as CSV.',
      answers: {
        200: { says: 'The rows.', schema: 'ResultText', type: 'text/csv' },
        404: { says: 'No such race.' },
      },
      handle: ({ id }) => {
        const found = topics.get(`race/${id}`);
        if (found === undefined) return unknown(topics, 'race', id);
        return {
          status: 200,
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': `attachment; filename="${id.replace(/[^\w.-]/g, '_')}.csv"`,
            'Cache-Control': 'no-cache',
            ETag: stateTag(found.epoch, found.version),
          },
          body: resultCsv(found.state as Board),
        };
      },
    },
  ];
}
