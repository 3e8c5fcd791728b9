export { calibration } from './calibration.js';
export { customersBySegment } from './customers-by-segment.js';
export { gainByAssumption } from './gain-by-assumption.js';
export { gainByBudget } from './gain-by-budget.js';
export { gainByPolicy } from './gain-by-policy.js';
export { offersRecommended } from './offers-recommended.js';
export { reasonsWaterfall } from './reasons-waterfall.js';
export { riskBySegment } from './risk-by-segment.js';
export { riskHistogram } from './risk-histogram.js';
export { upliftCurve } from './uplift-curve.js';
export { valueByMonth } from './value-by-month.js';
export { valueByOffer } from './value-by-offer.js';
export { valueBySegment } from './value-by-segment.js';

export {
  formatCount,
  formatMoney,
  formatMoneyExact,
  formatMultiple,
  formatPercent,
} from './number-format.js';
export { chartTexts } from './texts/chart-texts.js';
export { textsByLanguage } from './texts/texts-by-language.js';
export { sayWith } from './say.js';
export { axisLocale } from './axis-locale.js';
export { offersShown, policiesShown } from './brief-offers.js';
export { policyTitle } from './policy-title.js';
export { offerColor, segmentColor } from './palette.js';
export { theme, themeColors } from './theme.js';

export type { Chart, ChartColumn, ChartOptions, ChartRow } from './chart.js';
export type { CalibrationPoint, ChurnQuality } from './calibration.js';
export type { AssumptionSwing } from './gain-by-assumption.js';
export type { BudgetPoint } from './gain-by-budget.js';
export type { ComparedPolicy, GainEstimate } from './gain-by-policy.js';
export type { RiskExplanation } from './reasons-waterfall.js';
export type { RiskBin } from './risk-histogram.js';
export type { JudgedUplift, UpliftEstimate } from './uplift-curve.js';
export type { MonthValue } from './value-by-month.js';
export type { OfferValue } from './value-by-offer.js';
export type { Say, Texts } from './say.js';
export type { Translations } from './texts/texts-by-language.js';
export type { ThemeColors, ThemeName } from './theme.js';
