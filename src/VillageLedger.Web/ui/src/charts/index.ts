export { Chart, type Picked } from './Chart'
export { colourOf, type Look } from './look'
export { barsWithLine, bulletBars, sankey, signedMoney, stackedShares, type AreaSeries, type BarSeries, type Bullet, type Flow, type FlowNode } from './options'
export { categoryAxis, cutTo, labelMoney, legend, legendHeight, nameWidth, shortMoney, shortRate, tooltip, unitFor, valueAxis } from './parts'
