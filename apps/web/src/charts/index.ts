export * from './ChartFigure';
export * from './DayLines';
export * from './FiguresTable';
export * from './FillSample';
export * from './Legend';
export * from './GroupedBars';
export * from './StackedBars';
export * from './use-label-width';
