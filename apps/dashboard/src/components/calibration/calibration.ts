import { type ChartOptions, calibration } from '@clv/charts';
import type { TemplateResult } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ClvFigure } from '../clv-figure.js';

/**
 * Whether as many customers left as was predicted: of all customers whose outcome is known, whatever is filtered.
 *
 * @element clv-calibration
 */
export class ClvCalibration extends ClvFigure {
  protected override content(run: ClvData): TemplateResult {
    return run.evidence.churn ? super.content(run) : this.untold(run, 'churn_report.json');
  }

  protected override chart({ evidence }: ClvData, options: ChartOptions) {
    return calibration(evidence.churn!, options);
  }
}
