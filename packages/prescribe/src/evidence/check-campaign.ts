import { checkArgument, InvalidInputError, shapes, type Fault } from '@clv/contracts';
import { labels } from '../argument-shapes.js';
import { checkColumnNames } from '../check-column-names.js';
import { faultsOfLog, isFlag, isOfferOf, type ColumnRule } from './log-faults.js';
import { isComparable, type CampaignLog } from './campaign.js';
import { wrongLength } from '../wrong-length.js';

const logShape = shapes.record({ offers: shapes.listOf(shapes.text) }, { segment: labels });

/** Columns of numbers that may be left out. */
const measures = ['value', 'cost', 'before', 'beforeValue', 'predictedEffect', 'predictedGain'] as const;

const names: readonly (keyof CampaignLog)[] = [
  'offers',
  'recommended',
  'treated',
  'stayed',
  'propensity',
  'segment',
  ...measures,
];

/** @throws {InvalidInputError} with every fault of the log; {InvalidOptionError} for a column whose name is misspelt. */
export function checkCampaign(log: CampaignLog): void {
  checkArgument('log', log, logShape);
  checkColumnNames('log', log, names);
  const rows = log.recommended?.length ?? 0;
  const finite = { isSound: Number.isFinite, rule: 'a finite number' };
  const flag = { isSound: isFlag, rule: '0 or 1' };
  const rules: ColumnRule[] = [
    {
      column: 'recommended',
      values: log.recommended,
      isSound: isOfferOf(log.offers.length),
      rule: `a whole number from 0 to ${log.offers.length - 1}`,
    },
    { column: 'treated', values: log.treated, ...flag },
    { column: 'stayed', values: log.stayed, ...flag },
  ];
  if (log.propensity !== undefined)
    rules.push({
      column: 'propensity',
      values: log.propensity,
      isSound: (p) => p > 0 && p < 1,
      rule: 'between 0 and 1',
    });
  for (const column of measures)
    if (log[column] !== undefined) rules.push({ column, values: log[column], ...finite });
  const faults: Fault[] = faultsOfLog(rules, rows);
  if (log.segment && log.segment.length !== rows)
    faults.push(wrongLength('column', 'segment', log.segment.length, rows));
  if (faults.length === 0) {
    const offered = [...Array(rows).keys()].filter((i) => log.recommended[i] > 0);
    const treated = offered.reduce((sum, i) => sum + log.treated[i], 0);
    if (!isComparable(log, offered))
      faults.push({
        rule: 'too-few',
        message: `at least 2 customers must be treated and 2 held out: ${treated} and ${offered.length - treated}`,
        column: 'treated',
      });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}
