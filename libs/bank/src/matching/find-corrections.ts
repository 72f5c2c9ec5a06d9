import type { Tx } from '#platform';
import type { PlainDate } from '#values';

/** A booking and the one by which the bank took it back. */
export interface Correction {
  readonly line_id: string;
  readonly correction_id: string;
  readonly amount: bigint;
  readonly booked_on: PlainDate;
  readonly corrected_on: PlainDate;
  readonly by: 'deposit-reference' | 'bank-reference' | 'only-candidate';
  /** The living claim of the booking, to be undone first. */
  readonly claim_id: string | null;
}

/** Days a bank takes to correct itself. */
const WITHIN_DAYS = 14;

/**
 * Money out, of a statement just booked, that takes an earlier booking of exactly its amount back: both name the same deposit
 * or bear the same reference or remark; or the bank calls it a correction and only one booking can be meant. Each booking and each correction once.
 */
export function findCorrections(tx: Tx, statementId: string, most: number): Promise<Correction[]> {
  return tx.query<Correction>(
    `with candidates as (
       select c.id as line_id, d.id as correction_id, c.amount, c.booked_on, d.booked_on as corrected_on, c.state, d.correction,
              case when exists (select from line_references a join line_references b on b.village_id = $1 and b.reference = a.reference and b.line_id = c.id where a.village_id = $1 and a.line_id = d.id) then 1
                   when c.identity = d.identity then 2 else 3 end as strength
         from statement_lines d join statement_lines c on c.village_id = $1 and c.account_id = d.account_id and c.exact_sen = -d.exact_sen and c.state in ('open', 'claimed')
              and c.booked_on between d.booked_on - ${WITHIN_DAYS} and d.booked_on
        where d.village_id = $1 and d.statement_id = $2 and d.state = 'open' and d.exact_sen < 0
     ), meant as (
       select *, count(*) over (partition by correction_id) as choices from candidates where strength < 3 or correction
     ), ranked as (
       select *, row_number() over (partition by correction_id order by strength, state = 'claimed', booked_on desc, line_id desc) as of_correction from meant
        where strength < 3 or choices = 1
     ), chosen as (
       select *, row_number() over (partition by line_id order by strength, corrected_on, correction_id) as of_line from ranked where of_correction = 1
     )
     select line_id, correction_id, amount, booked_on, corrected_on, case strength when 1 then 'deposit-reference' when 2 then 'bank-reference' else 'only-candidate' end as by,
            (select claim_id from claim_lines l where l.village_id = $1 and l.line_id = chosen.line_id and l.living) as claim_id
       from chosen where of_line = 1 order by corrected_on, correction_id limit $3`,
    [tx.actor.unitId, statementId, most],
  );
}
