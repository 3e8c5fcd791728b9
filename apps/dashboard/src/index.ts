import './register.js';

export { ClvCalibration } from './components/calibration/calibration.js';
export { ClvChart } from './components/chart/chart.js';
export { ClvCustomer } from './components/customer/customer.js';
export { ClvDashboard } from './components/dashboard/dashboard.js';
export { ClvFilters } from './components/filters/filters.js';
export { ClvFrontier } from './components/frontier/frontier.js';
export { ClvKpis } from './components/kpis/kpis.js';
export { ClvOffers } from './components/offers/offers.js';
export { ClvOutreach } from './components/outreach/outreach.js';
export { ClvPolicies } from './components/policies/policies.js';
export { ClvRiskBySegment } from './components/risk-by-segment/risk-by-segment.js';
export { ClvRiskHistogram } from './components/risk-histogram/risk-histogram.js';
export { ClvSegments } from './components/segments/segments.js';
export { ClvTable } from './components/table/table.js';
export { ClvUpliftCurve } from './components/uplift-curve/uplift-curve.js';
export { ClvValueBySegment } from './components/value-by-segment/value-by-segment.js';
export { ClvWhatIf } from './components/what-if/what-if.js';

export { ClvData } from './clv-data.js';
export { clvContext } from './context.js';
export { loadRun } from './load-run.js';

export type { ClvEvents, ClvPartEvents } from './events.js';
export type { AnyTable, PlainColumns } from './table/any-table.js';
export type { Customers } from './run/customers.js';
export type { RunEvidence } from './run/evidence.js';
export type { Figures } from './view/figures.js';
export type { Filter } from './view/filter.js';
export type { Policy } from './run/policy.js';
export type { ViewState } from './view-state.js';
export type { RunTerms } from './run/run-terms.js';
export type { Scenario } from './run/scenario.js';

export { RunDataError } from './table/data-error.js';
