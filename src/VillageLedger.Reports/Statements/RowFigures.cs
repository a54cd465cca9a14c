namespace VillageLedger.Reports;

/// <summary>The figures of a statement's rows: what each takes of its accounts, and the sums of other rows.</summary>
internal sealed class RowFigures(RowMap map, Func<MapRow, Figure> own)
{
    private readonly Dictionary<string, Figure> figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MapRow> rows = map.Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);

    public RowMap Map => map;

    /// <summary>Null for a heading, and for a row that the map has not.</summary>
    public Figure? Find(string key) => rows.TryGetValue(key, out var row) && row.Style != RowStyle.Heading ? Of(row) : null;

    private Figure Of(MapRow row)
    {
        if (figures.TryGetValue(row.Key, out var known)) return known;
        var figure = Figure.Sum(row.Terms.Select(term => Of(rows[term.Row]).Times(term.Sign)).Prepend(own(row)));
        return figures[row.Key] = figure;
    }
}
