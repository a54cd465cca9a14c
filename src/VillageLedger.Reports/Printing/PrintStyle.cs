namespace VillageLedger.Reports;

/// <summary>How printed pages look. Nothing is fetched: the fonts are those of the machine.</summary>
internal static class PrintStyle
{
    public const string Common =
        """
        * { box-sizing: border-box; }
        html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0; color: #000; font: 9pt/1.15 "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; }
        h1 { margin: 0; text-align: center; font: 700 16pt/1.25 "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif; letter-spacing: 0.06em; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        th, td { padding: 0.6mm 1mm; border: 0.2mm solid #333; text-align: left; vertical-align: middle; overflow-wrap: anywhere; unicode-bidi: isolate; }
        th { font-weight: 600; text-align: center; text-wrap: balance; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        td.number { text-align: right; overflow-wrap: normal; white-space: nowrap; }
        .tight td.number { overflow-wrap: anywhere; white-space: normal; }
        td.word { text-align: center; }
        .red { color: #c00000; }
        tr.sum td { font-weight: 600; }
        .line { display: flex; justify-content: space-between; align-items: end; gap: 6mm; margin: 1mm 0; }
        .line > span { unicode-bidi: isolate; }
        .line > span:only-child, .line > .grow { flex: 1; }
        .small { font-size: 7.5pt; color: #333; }
        """;
}
