import { type ChartOptions, calibration } from '@clv/charts';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';
import { message } from '../message/message.js';

/**
 * Whether as many customers left as was predicted: of all customers whose outcome is known, whatever is filtered.
 *
 * @element clv-calibration
 */
export class ClvCalibration extends ClvFigure {
  protected override content(run: ClvData) {
    if (!run.evidence.churn)
      return message('status', this.say('No calibration: the run folder has no churn_report.json.'));
    return super.content(run);
  }

  protected override chart({ evidence }: ClvData, options: ChartOptions) {
    return calibration(evidence.churn!, options);
  }
}
