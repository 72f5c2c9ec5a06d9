/** Rows read at once for a file: a few hundred kilobytes, whatever the size of the list. */
export const FILE_PAGE = 1_000;

/** Reads at most `FILE_PAGE` rows behind `last`; null asks for the first page. */
export type NextPage<Row> = (last: Row | null) => Promise<readonly Row[]>;

/** A list that is read already, and shorter than a page. */
export const onePage = <Row>(rows: readonly Row[]): NextPage<Row> => async (last) => (last ? [] : rows);

/** The pages of a list, each read when the one before was taken; none is empty. */
export async function* pagesOf<Row>(nextPage: NextPage<Row>): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await nextPage(last);
    if (rows.length > 0) yield rows;
    last = rows.at(-1) ?? null;
    if (rows.length < FILE_PAGE) return;
  }
}
