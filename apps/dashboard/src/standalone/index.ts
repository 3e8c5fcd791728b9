export * from '../index.js';
export * as charts from '@clv/charts';
