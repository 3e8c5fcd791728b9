import { ClvCalibration } from './components/calibration/calibration.js';
import { ClvChart } from './components/chart/chart.js';
import { ClvCustomer } from './components/customer/customer.js';
import { ClvDashboard } from './components/dashboard/dashboard.js';
import { ClvFilters } from './components/filters/filters.js';
import { ClvFrontier } from './components/frontier/frontier.js';
import { ClvKpis } from './components/kpis/kpis.js';
import { ClvOffers } from './components/offers/offers.js';
import { ClvOutreach } from './components/outreach/outreach.js';
import { ClvPolicies } from './components/policies/policies.js';
import { ClvRiskBySegment } from './components/risk-by-segment/risk-by-segment.js';
import { ClvRiskHistogram } from './components/risk-histogram/risk-histogram.js';
import { ClvSegments } from './components/segments/segments.js';
import { ClvTable } from './components/table/table.js';
import { ClvUpliftCurve } from './components/uplift-curve/uplift-curve.js';
import { ClvValueBySegment } from './components/value-by-segment/value-by-segment.js';
import { ClvWhatIf } from './components/what-if/what-if.js';

const elements = {
  'clv-calibration': ClvCalibration,
  'clv-chart': ClvChart,
  'clv-customer': ClvCustomer,
  'clv-dashboard': ClvDashboard,
  'clv-filters': ClvFilters,
  'clv-frontier': ClvFrontier,
  'clv-kpis': ClvKpis,
  'clv-offers': ClvOffers,
  'clv-outreach': ClvOutreach,
  'clv-policies': ClvPolicies,
  'clv-risk-by-segment': ClvRiskBySegment,
  'clv-risk-histogram': ClvRiskHistogram,
  'clv-segments': ClvSegments,
  'clv-table': ClvTable,
  'clv-uplift-curve': ClvUpliftCurve,
  'clv-value-by-segment': ClvValueBySegment,
  'clv-what-if': ClvWhatIf,
} satisfies Record<string, CustomElementConstructor>;

declare global {
  interface HTMLElementTagNameMap {
    'clv-calibration': ClvCalibration;
    'clv-chart': ClvChart;
    'clv-customer': ClvCustomer;
    'clv-dashboard': ClvDashboard;
    'clv-filters': ClvFilters;
    'clv-frontier': ClvFrontier;
    'clv-kpis': ClvKpis;
    'clv-offers': ClvOffers;
    'clv-outreach': ClvOutreach;
    'clv-policies': ClvPolicies;
    'clv-risk-by-segment': ClvRiskBySegment;
    'clv-risk-histogram': ClvRiskHistogram;
    'clv-segments': ClvSegments;
    'clv-table': ClvTable;
    'clv-uplift-curve': ClvUpliftCurve;
    'clv-value-by-segment': ClvValueBySegment;
    'clv-what-if': ClvWhatIf;
  }
}

// A page may load the components twice; the first to come defines them.
for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);
