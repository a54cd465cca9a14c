import { BarChart, LineChart, PictorialBarChart, SankeyChart, TreemapChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

// Only what the pages draw; each module more is loaded by everybody who sees a chart.
use([BarChart, LineChart, PictorialBarChart, SankeyChart, TreemapChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer])

export { init }
