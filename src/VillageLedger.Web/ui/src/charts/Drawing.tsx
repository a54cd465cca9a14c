import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Picked } from './Chart'
import { init } from './echarts'
import { lookOf, usePageColours, type Look } from './look'

interface Props {
  option: (look: Look) => EChartsCoreOption
  height: number
  label: string
  onPick?: (picked: Picked) => void
}

export default function Drawing({ option, height, label, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick
  const [width, setWidth] = useState(0)
  const colours = usePageColours()

  useLayoutEffect(() => {
    const element = box.current!
    const made = init(element, null, { renderer: 'svg', width: element.clientWidth, height: element.clientHeight })
    chart.current = made
    made.on('click', event => pick.current?.(event as unknown as Picked))
    const observer = new ResizeObserver(() => {
      made.resize({ width: element.clientWidth, height: element.clientHeight })
      setWidth(element.clientWidth)
    })
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    if (!chart.current || width === 0) return
    const look = lookOf(width)
    chart.current.setOption({ ...base(look), ...option(look) }, { notMerge: true })
  }, [option, width, height, colours])

  return <div ref={box} className="vl-chart-drawing" style={{ height, cursor: onPick ? 'pointer' : undefined }} role="img" aria-label={label} />
}

/** Nothing moves on its own; what is pointed at is drawn inside the chart, as the content security policy takes no styles in HTML. */
function base(look: Look): EChartsCoreOption {
  return { animation: false, color: look.series, textStyle: { fontFamily: look.font, color: look.text, fontSize: 12 } }
}
